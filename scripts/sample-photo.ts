import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** As a phone held upright stores it: lying on its side, with a note to turn it a quarter clockwise. */
const storedPx = { width: 4000, height: 3000 };
const orientation = 6;
/** Raise it when the drawing changes: files made before are then left alone. */
const edition = 2;

const file = fileURLToPath(new URL(`../.output/sample-photo-${edition}.jpg`, import.meta.url));

/** Numbers 0 to 1 that are the same on every run (a linear congruential generator, Numerical Recipes). */
const createRandom = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** The outline of a mountain range: a coarse walk with ever finer detail on top. */
const ridge = (
  random: () => number,
  { width, height, baseY, swing }: { width: number; height: number; baseY: number; swing: number },
): string => {
  const waves = Array.from({ length: 9 }, (_, octave) => ({
    length: width / (1.3 * 1.9 ** octave),
    lift: swing / 1.85 ** octave,
    phase: random() * Math.PI * 2,
  }));
  const points = Array.from({ length: 401 }, (_, step) => {
    const x = (step / 400) * width;
    const y = waves.reduce(
      (sum, wave) => sum + Math.sin((x / wave.length) * Math.PI * 2 + wave.phase) * wave.lift,
      baseY,
    );
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return `0,${height} ${points.join(' ')} ${width},${height}`;
};

/** An upright landscape: evening sky, sun, ranges that fade with distance, and water. */
const landscape = (width: number, height: number): string => {
  const random = createRandom(20_261_121);
  const tones = ['#8a7fa6', '#6d6792', '#514f7a', '#373a5e', '#22273f', '#131a29'];
  const ranges = tones.map((tone, row) => {
    const baseY = height * (0.47 + row * 0.055);
    const points = ridge(random, { width, height, baseY, swing: height * (0.05 - row * 0.004) });
    return `<polygon points="${points}" fill="${tone}"/>`;
  });
  const glints = Array.from({ length: 260 }, () => {
    const y = height * (0.83 + random() * 0.16);
    const reach = (y / height - 0.8) * 1.6;
    const x = width * (0.56 + (random() - 0.5) * reach);
    return `<ellipse cx="${x}" cy="${y}" rx="${20 + random() * 90}" ry="${2 + random() * 4}" fill="#ffd9a0" opacity="${0.12 + random() * 0.4}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="#23365e"/><stop offset="0.3" stop-color="#6a6fa0"/>
<stop offset="0.45" stop-color="#e79a7c"/><stop offset="0.55" stop-color="#ffd79a"/></linearGradient>
<linearGradient id="water" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="#5d5474"/><stop offset="1" stop-color="#141d33"/></linearGradient>
<radialGradient id="sun"><stop offset="0" stop-color="#fffbe8"/>
<stop offset="0.22" stop-color="#ffedb5" stop-opacity="0.95"/>
<stop offset="0.5" stop-color="#ffdfa0" stop-opacity="0.4"/>
<stop offset="1" stop-color="#ffd79a" stop-opacity="0"/></radialGradient>
</defs>
<rect width="100%" height="100%" fill="url(#sky)"/>
<circle cx="${width * 0.56}" cy="${height * 0.4}" r="${width * 0.3}" fill="url(#sun)"/>
${ranges.join('\n')}
<rect y="${height * 0.82}" width="100%" height="${height * 0.18}" fill="url(#water)"/>
${glints.join('\n')}
</svg>`;
};

/** Film grain: without it a rendered picture is far easier to compress than a photo. */
const grain = (width: number, height: number): Buffer => {
  const random = createRandom(7);
  const bytes = Buffer.allocUnsafe(width * height);
  // Two draws a pixel come closer to grain than flat noise.
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = 108 + (random() + random()) * 20;
  return bytes;
};

const draw = async (): Promise<Buffer> => {
  const { width, height } = storedPx;
  const raw = { width, height, channels: 1 as const };
  const noise = await sharp(grain(width, height), { raw }).png({ compressionLevel: 1 }).toBuffer();
  const upright = await sharp(Buffer.from(landscape(height, width)))
    .removeAlpha()
    .raw()
    .toBuffer();
  const turned = sharp(upright, { raw: { width: height, height: width, channels: 3 } }).rotate(270);
  return sharp(await turned.png({ compressionLevel: 1 }).toBuffer())
    .composite([{ input: noise, blend: 'soft-light' }])
    .withExif({
      IFD0: { Make: 'Sample', Model: 'Landscape', ImageDescription: 'Drawn, not taken' },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 92 })
    .toBuffer();
};

/**
 * A 12 megapixel picture with the traits of a photo from a phone, EXIF orientation included; 3000x4000
 * when upright. Drawn once, the same on every machine. Returns the file's path.
 */
export const samplePhoto = async (): Promise<string> => {
  if (existsSync(file)) return file;
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, await draw());
  await rename(unfinished, file);
  return file;
};
