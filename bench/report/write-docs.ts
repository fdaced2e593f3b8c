import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { keepDir } from '../measure/measure-all.ts';
import type { BenchResults } from '../measure/results.ts';
import { benchPictures } from '../pictures/pictures.ts';
import { writeCrops } from './crops.ts';
import { browserSection } from './tables.ts';

const docsDir = fileURLToPath(new URL('../../docs/', import.meta.url));

const intro = ({ date, quick, browsers }: BenchResults): string =>
  `# How good the pictures are

Written by \`npm run bench -- --docs\`; do not edit. Measured ${date},
headless, without a graphics processor${quick ? ', in a quick run with few repeats' : ''}. Times move with
the machine and with what else it does: read the ratios, not the milliseconds.

![The same parts of every result, magnified four times](quality/crops.png)

*As sent, ${browsers[0]?.browser === 'firefox' ? 'Firefox' : 'Chromium'}: 64x64 pixels of each avatar, four times their size, see-through parts on white.
The number is the whole avatar's likeness to the reference.*`;

const method = ({ reference, pictures }: BenchResults): string =>
  `## How it is measured

**Reference.** Each picture is decoded by libvips (through sharp), turned upright, its colour profile
converted to sRGB; its middle is then reduced to exactly 400x400 and 1500x500 with Lanczos3 in linear light,
in double precision, rounded once (\`bench/reference\`). sharp itself shrinks by boxes first, so its own resize
cannot serve as the yardstick; below a factor of 4, where it does not, both agree to
${reference.vipsLinearDb.toFixed(1)} dB in linear light and ${reference.vipsStoredDb.toFixed(1)} dB on stored levels (never more than
rounding), and the two-dimensional sum written out agrees to ${reference.directLevels.toFixed(2)} levels.

**Likeness.** PSNR over R, G, B in decibels (99 = not one level differs) and SSIM of brightness (Gaussian
window of 11, deviation 1.5). See-through pictures are compared on white and on black. What a candidate
holds before encoding is told where it shows its pixels. Means are over all photos.

**Candidates.** Each gets the same file and the same whole-pixel crop, and gives a file. *ours*: the
production worker under the policy of extension pages (\`script-src 'self'\`), started ahead as the studio does when
it opens (memory is watched without that), the preview it makes for the screen and all checks included. The others run as their documentation shows, on a page that also allows
WebAssembly and blob workers: *browser-image-compression* gets a full-size crop as JPEG 0.92 and
\`maxWidthOrHeight\` 400, \`maxSizeMB\` 0.7 (1500, 5 for banners); its own worker cannot load its code under an
extension's policy, and it goes on in the page. *canvas-high*, *pica*, *@jsquash/resize* (Lanczos3, linear,
premultiplied) encode with \`toBlob\` at the browser's quality; *compressorjs* does all by itself
(\`resize: 'cover'\`). *decode-only* is \`createImageBitmap\` and nothing else: the floor.

**Time** from the file in hand to the file made; candidates take turns, medians. **Pause**: the longest time the
page's own thread answered nothing, by a 4 ms timer, median of the repeats, worst of all sizes and kinds.
**Memory**: the most that all processes of a browser started for this one run held above idle (PSS, Linux only).

### Pictures

| name | what | origin |
| --- | --- | --- |
${pictures.map(({ name, about, origin }) => `| ${name} | ${about} | ${origin} |`).join('\n')}

*real*: as a camera took it, at most told by EXIF to lie on its side. *derived*: real photos that something was
done to, as it says. *made*: by a program. The real photos are fetched from Debian's packages at the first run
(\`bench/pictures/package-photos.ts\` names authors and licences); where those cannot be reached, made ones stand in:
overlapping shapes of all sizes with texture, lens blur and grain, which have the edges and the spectrum of
photos, and say nothing about faces. No real photo of 48 MP could be had.`;

/** Writes docs/quality.md and its picture. */
export const writeDocs = async (results: BenchResults): Promise<void> => {
  const [first] = results.browsers;
  if (!first) return;
  await mkdir(docsDir, { recursive: true });
  await writeCrops(`${docsDir}quality/crops.png`, await benchPictures(), keepDir, first.browser);
  const parts = [intro(results), ...results.browsers.map(browserSection), method(results)];
  await writeFile(`${docsDir}quality.md`, `${parts.join('\n\n')}\n`);
};
