import sharp from 'sharp';
import { createNoiseField, type NoiseField } from './noise-field.ts';
import { createRandom } from './random.ts';

/*
 * Photo-like pictures for where no real one can be had. Overlapping shapes of every size hide one
 * another ("dead leaves"), which gives the edges and the falling spectrum that photos have; each
 * shape has a colour, shading and a grainy texture of its own; lens blur and sensor grain come last.
 */

/** The kinds of scenes. */
export type Scene = 'foliage' | 'town' | 'skin';

interface Look {
  readonly shape: 'disc' | 'box';
  readonly leastPx: number;
  readonly mostPx: number;
  readonly texture: number;
  readonly colours: readonly (readonly [number, number, number])[];
}

const looks: Readonly<Record<Scene, Look>> = {
  foliage: {
    shape: 'disc',
    leastPx: 5,
    mostPx: 380,
    texture: 46,
    colours: [
      [58, 88, 32],
      [102, 132, 48],
      [30, 52, 24],
      [148, 160, 86],
      [90, 72, 44],
      [196, 208, 180],
    ],
  },
  town: {
    shape: 'box',
    leastPx: 6,
    mostPx: 520,
    texture: 22,
    colours: [
      [182, 96, 68],
      [206, 190, 164],
      [92, 98, 108],
      [226, 226, 220],
      [44, 50, 62],
      [148, 120, 92],
    ],
  },
  skin: {
    shape: 'disc',
    leastPx: 60,
    mostPx: 900,
    texture: 14,
    colours: [
      [224, 172, 144],
      [198, 134, 106],
      [236, 200, 178],
      [150, 96, 76],
      [88, 60, 52],
      [120, 128, 140],
    ],
  },
};

interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}

interface Leaf {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly squash: number;
  readonly colour: readonly [number, number, number];
  readonly shiftX: number;
  readonly shiftY: number;
}

const drawLeaf = (canvas: Canvas, leaf: Leaf, look: Look, noise: NoiseField): void => {
  const { width, height, rgb } = canvas;
  const { x: midX, y: midY, reach, squash, colour } = leaf;
  const tall = reach * squash;
  const mask = noise.edge - 1;
  for (let y = Math.max(0, Math.ceil(midY - tall)); y < Math.min(height, midY + tall); y += 1) {
    const off = (y - midY) / tall;
    const half = look.shape === 'box' ? reach : reach * Math.sqrt(Math.max(0, 1 - off * off));
    const end = Math.min(width, Math.floor(midX + half));
    const noiseRow = ((y + leaf.shiftY) & mask) * noise.edge;
    for (let x = Math.max(0, Math.ceil(midX - half)); x < end; x += 1) {
      const grain = noise.values[noiseRow + ((x + leaf.shiftX) & mask)] ?? 0;
      const light = 1 - 0.22 * off - (0.14 * (x - midX)) / reach;
      const at = 3 * (y * width + x);
      for (let channel = 0; channel < 3; channel += 1) {
        const level = (colour[channel] ?? 0) * light + look.texture * grain;
        rgb[at + channel] = level < 0 ? 0 : level > 255 ? 255 : level;
      }
    }
  }
};

const drawScene = (canvas: Canvas, scene: Scene, seed: number): void => {
  const look = looks[scene];
  const random = createRandom(seed);
  const noise = createNoiseField(1024, seed + 1);
  const between = (least: number, most: number): number => least + random() * (most - least);
  // Each pixel is covered about this often; radii follow the inverse cube law of natural scenes.
  let areaLeft = canvas.width * canvas.height * 5;
  while (areaLeft > 0) {
    const [small, large] = [look.leastPx ** -2, look.mostPx ** -2];
    const reach = between(large, small) ** -0.5;
    const squash = between(0.5, 1.8);
    const colour = look.colours[Math.floor(random() * look.colours.length)] ?? [128, 128, 128];
    const tint = between(0.75, 1.2);
    drawLeaf(
      canvas,
      {
        x: random() * canvas.width,
        y: random() * canvas.height,
        reach,
        squash,
        colour: [colour[0] * tint, colour[1] * tint, colour[2] * tint],
        shiftX: Math.floor(random() * 1024),
        shiftY: Math.floor(random() * 1024),
      },
      look,
      noise,
    );
    areaLeft -= 3 * reach * reach * squash;
  }
};

const addGrain = (rgb: Buffer, seed: number): void => {
  const random = createRandom(seed);
  for (let at = 0; at < rgb.length; at += 1) {
    const level = (rgb[at] ?? 0) + (random() + random() - 1) * 7;
    rgb[at] = level < 0 ? 0 : level > 255 ? 255 : level;
  }
};

/** Makes a photo-like JPEG. The same call gives the same picture everywhere. */
export const makePhoto = async (
  scene: Scene,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  seed: number,
): Promise<Buffer> => {
  const rgb = Buffer.alloc(widthPx * heightPx * 3, 96);
  drawScene({ width: widthPx, height: heightPx, rgb }, scene, seed);
  const raw = { width: widthPx, height: heightPx, channels: 3 as const };
  const seen = await sharp(rgb, { raw }).blur(0.7).raw().toBuffer();
  addGrain(seen, seed + 2);
  return sharp(seen, { raw }).jpeg({ quality: 93, chromaSubsampling: '4:2:0' }).toBuffer();
};
