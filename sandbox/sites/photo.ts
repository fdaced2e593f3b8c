import sharp from 'sharp';
import { palettes } from '../art/palettes.ts';
import { randomFrom } from '../art/random.ts';
import { ridge } from '../art/scenes-nature.ts';

export const photoSizePx = { widthPx: 1200, heightPx: 900 };

/** A picture with the traits of a photo: soft gradients, fine grain, blur with distance. */
export async function drawPhoto(name: string): Promise<Uint8Array> {
  const { widthPx, heightPx } = photoSizePx;
  const random = randomFrom(`photo ${name}`);
  const palette = random.pick(palettes);
  const lights = Array.from({ length: 22 }, () => {
    const radius = random.between(8, 60);
    return `<circle cx="${random.between(0, widthPx)}" cy="${random.between(0, 520)}" r="${radius}"
      fill="${random.pick([palette.glow, palette.middle, '#ffffff'])}"
      opacity="${random.between(0.05, 0.3)}"/>`;
  });
  const hills = [0, 1, 2, 3, 4].map((row) => {
    const fill = row < 3 ? palette.middle : palette.dark;
    return ridge(random, 480 + row * 95, 70 - row * 9, fill, 0.45 + row * 0.13, widthPx);
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="0.2" y2="1">
    <stop offset="0" stop-color="${palette.sky}"/><stop offset="0.75" stop-color="${palette.glow}"/>
    </linearGradient><filter id="far"><feGaussianBlur stdDeviation="5"/></filter></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <g filter="url(#far)">${lights.join('')}
    <circle cx="${random.between(300, 900)}" cy="330" r="120" fill="${palette.glow}"/>
    ${hills.slice(0, 2).join('')}</g>${hills.slice(2).join('')}</svg>`;
  const grain = sharp(grainBytes(random.next, widthPx * heightPx), {
    raw: { width: widthPx, height: heightPx, channels: 1 },
  });
  return sharp(Buffer.from(svg))
    .composite([{ input: await grain.png().toBuffer(), blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .toBuffer();
}

function grainBytes(next: () => number, length: number): Uint8Array {
  // Two draws a pixel: their sum is closer to film grain than flat noise.
  return Uint8Array.from({ length }, () => 104 + (next() + next()) * 24);
}
