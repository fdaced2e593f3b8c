import sharp from 'sharp';
import type { Picture } from '../world-types.ts';
import { palettes, type Palette } from './palettes.ts';
import { randomFrom, type Random } from './random.ts';
import { clouds, hills, leaf, ridge, tree, water, type Scene } from './scenes-nature.ts';
import { burst, city, cup, lighthouse, planet, portrait, shapes, wheel } from './scenes-things.ts';

type Content = Pick<Picture, 'mime' | 'bytes'>;

const sceneByHandle: Record<string, [Scene, paletteIndex: number]> = {
  ada_paints: [portrait, 1],
  studio_nine: [shapes, 2],
  quiet_reader: [portrait, 3],
  river_notes: [water, 4],
  copper_kettle: [cup, 6],
  night_tram: [city, 7],
  moss_and_fern: [leaf, 5],
  paper_orbit: [planet, 0],
  slow_cycling: [wheel, 2],
  tin_lighthouse: [lighthouse, 0],
  maple_forum: [tree, 6],
  cloud_ledger: [clouds, 4],
  echo_harbour: [water, 1],
  loud_bargains: [burst, 6],
};

/** Larger than the 400 px variant, so that `original` is told from it by its size. */
const seedAvatarEdgePx = 640;

/** Drawn when first asked for, then kept. */
export function seedAvatar(handle: string, format: 'jpg' | 'png'): Content {
  return {
    mime: format === 'jpg' ? 'image/jpeg' : 'image/png',
    bytes: once(async () => {
      const random = randomFrom(handle);
      const [scene, palette] = sceneFor(handle);
      const svg = canvas(400, 400, palette, scene(palette, random));
      const drawn = sharp(Buffer.from(svg), { density: 144 }).resize(seedAvatarEdgePx);
      // JPEG keeps no alpha; the scenes cover every pixel anyway.
      return format === 'jpg' ? drawn.jpeg({ quality: 92 }).toBuffer() : drawn.png().toBuffer();
    }),
  };
}

export function seedBanner(handle: string): Content {
  return {
    mime: 'image/jpeg',
    bytes: once(async () => {
      const [, palette] = sceneFor(handle);
      const random = randomFrom(`${handle} banner`);
      const svg = canvas(1500, 500, palette, wideScene(palette, random));
      return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
    }),
  };
}

function wideScene({ glow, middle, dark }: Palette, random: Random): string {
  const sunX = random.between(850, 1250);
  const birds = [0, 1, 2].map((index) => {
    const x = sunX - 420 + index * 62;
    return `<path d="M${x} ${130 + (index % 2) * 24} q12 -14 24 0 q12 -14 24 0" stroke="${dark}"
      stroke-width="4" fill="none" stroke-linecap="round"/>`;
  });
  return `<circle cx="${sunX}" cy="250" r="92" fill="${glow}"/>${birds.join('')}
    ${ridge(random, 300, 48, middle, 0.45, 1500)}${ridge(random, 350, 36, middle, 0.75, 1500)}
    ${ridge(random, 405, 26, middle, 1, 1500)}${ridge(random, 462, 20, dark, 1, 1500)}`;
}

function sceneFor(handle: string): [Scene, Palette] {
  const random = randomFrom(`${handle} scene`);
  const known = sceneByHandle[handle];
  const fallback = random.pick([portrait, hills, planet, lighthouse, tree, water]);
  return [known?.[0] ?? fallback, palettes[known?.[1] ?? -1] ?? random.pick(palettes)];
}

function canvas(widthPx: number, heightPx: number, palette: Palette, inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="0.35" y2="1">
      <stop offset="0" stop-color="${palette.sky}"/>
      <stop offset="1" stop-color="${palette.glow}"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>${inner}</svg>`;
}

function once(make: () => Promise<Uint8Array>): () => Promise<Uint8Array> {
  let made: Promise<Uint8Array> | undefined;
  return () => (made ??= make());
}
