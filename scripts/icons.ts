import { mkdir, readFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Sizes the manifest names: toolbar, toolbar on sharp screens, extension list, store. */
const sizesPx = [16, 32, 48, 128] as const;
const drawing = new URL('../public/icon.svg', import.meta.url);
const folder = new URL('../public/icon/', import.meta.url);

/** The drawing's own side: what one unit of it is at 72 dots an inch. */
const unitsWide = 32;

await mkdir(folder, { recursive: true });
const svg = await readFile(drawing);
for (const sizePx of sizesPx) {
  // Drawn at its final size, not scaled down from a larger one: edges stay on whole pixels.
  const icon = sharp(svg, { density: (72 * sizePx) / unitsWide }).resize(sizePx, sizePx);
  const { size } = await icon
    .png({ compressionLevel: 9 })
    .toFile(new URL(`${sizePx}.png`, folder).pathname);
  console.log(`public/icon/${sizePx}.png  ${size} bytes`);
}
