import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { decodedFile, keptName } from '../measure/likeness.ts';
import type { Candidate } from '../page/page-api.ts';
import { type PictureFile } from '../pictures/picture-file.ts';
import { referenceFor } from '../reference/reference.ts';
import { psnrDb, type Picture } from '../score/psnr.ts';

const shownCandidates: readonly (readonly [Candidate, string])[] = [
  ['ours', 'Facelift'],
  ['browser-image-compression', 'browser-image-compr.'],
  ['canvas-high', 'canvas "high"'],
  ['pica-default', 'pica'],
  ['compressorjs', 'compressorjs'],
  ['jsquash-linear', '@jsquash/resize'],
];

/** Parts of 400x400 avatars worth a look: fine detail, edges, what aliases. */
const views = [
  { picture: 'phone-upright', left: 90, top: 226 },
  { picture: 'stream', left: 150, top: 150 },
  { picture: 'made-foliage', left: 150, top: 150 },
  { picture: 'logo', left: 196, top: 236 },
  { picture: 'chart', left: 200, top: 40 },
] as const;

const cropPx = 64;
const zoom = 4;
const cellPx = cropPx * zoom;
const gapPx = 6;
const captionPx = 26;
const headPx = 30;

const magnified = ({ widthPx, heightPx, pixels }: Picture, left: number, top: number) =>
  sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 4 } })
    .flatten({ background: '#fff' })
    .extract({ left, top, width: cropPx, height: cropPx })
    .resize(cellPx, cellPx, { kernel: 'nearest' })
    .png()
    .toBuffer();

const text = (words: string, heightPx: number, isStrong: boolean): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cellPx}" height="${heightPx}"><text x="4" y="${heightPx - 9}" font-family="sans-serif" font-size="${isStrong ? 17 : 15}" font-weight="${isStrong ? 700 : 400}" fill="#1d2129">${words}</text></svg>`,
  );

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly picture: Picture;
  readonly caption: string;
  readonly left: number;
  readonly top: number;
}

const cellsOf = async (
  pictures: readonly PictureFile[],
  keepDir: string,
  browser: string,
): Promise<readonly Cell[]> => {
  const cells: Cell[] = [];
  for (const { picture: name, left, top } of views) {
    const source = pictures.find((one) => one.name === name);
    if (!source) continue;
    const row = new Set(cells.map((cell) => cell.row)).size;
    const reference = await referenceFor(source.file, 'avatar');
    cells.push({ column: 0, row, picture: reference, caption: name, left, top });
    for (const [at, [candidate]] of shownCandidates.entries()) {
      const file = join(keepDir, `${keptName(browser, name, 'avatar', candidate)}.file`);
      const picture = existsSync(file) ? await decodedFile(file) : null;
      if (picture?.widthPx !== reference.widthPx || picture.heightPx !== reference.heightPx)
        continue;
      const caption = `${psnrDb(picture, reference).toFixed(1)} dB`;
      cells.push({ column: at + 1, row, picture, caption, left, top });
    }
  }
  return cells;
};

/** Writes one picture with the same parts of every candidate's result, magnified, side by side. */
export const writeCrops = async (
  to: string,
  pictures: readonly PictureFile[],
  keepDir: string,
  browser: string,
): Promise<void> => {
  const cells = await cellsOf(pictures, keepDir, browser);
  const leftOf = (column: number): number => gapPx + column * (cellPx + gapPx);
  const topOf = (row: number): number => headPx + row * (cellPx + captionPx + gapPx);
  const heads = ['reference', ...shownCandidates.map(([, name]) => name)];
  const overlays = [
    ...heads.map((words, column) => ({
      input: text(words.replaceAll('"', '&quot;'), headPx, true),
      left: leftOf(column),
      top: 0,
    })),
    ...(await Promise.all(
      cells.map(async ({ picture, left, top, column, row }) => ({
        input: await magnified(picture, left, top),
        left: leftOf(column),
        top: topOf(row),
      })),
    )),
    ...cells.map(({ caption, column, row }) => ({
      input: text(caption, captionPx, false),
      left: leftOf(column),
      top: topOf(row) + cellPx,
    })),
  ];
  const size = {
    width: leftOf(heads.length),
    height: topOf(new Set(cells.map(({ row }) => row)).size),
  };
  await mkdir(dirname(to), { recursive: true });
  await sharp({ create: { ...size, channels: 3, background: '#f4f5f7' } })
    .composite(overlays)
    .png({ compressionLevel: 9, effort: 10 })
    .toFile(to);
};
