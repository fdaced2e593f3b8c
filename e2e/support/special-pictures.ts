import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

const folder = mkdtemp(join(tmpdir(), 'facelift-special-'));

const plain = (colour: string, widthPx: number, heightPx: number) =>
  sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: colour } });

const stored = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const file = join(await folder, name);
  await writeFile(file, bytes);
  return file;
};

/** 900x900, a colour in each corner: red and green above, blue and white below. Returns its path. */
export const cornersFile = async (): Promise<string> => {
  const square = async (colour: string, left: number, top: number) => ({
    input: await plain(colour, 450, 450).png().toBuffer(),
    left,
    top,
  });
  const bytes = await plain('#000', 900, 900)
    .composite([
      await square('#f00', 0, 0),
      await square('#0f0', 450, 0),
      await square('#00f', 0, 450),
      await square('#fff', 450, 450),
    ])
    .png()
    .toBuffer();
  return stored('corners.png', bytes);
};

/** A GIF of two stills, red and then blue. Returns its path. */
export const animationFile = async (): Promise<string> => {
  const stills = await Promise.all(
    ['#e00000', '#0000e0'].map((colour) => plain(colour, 480, 480).png().toBuffer()),
  );
  const bytes = await sharp(stills, { join: { animated: true } })
    .gif({ delay: [300, 300], loop: 0 })
    .toBuffer();
  return stored('two.gif', bytes);
};

/** A drawing that would run a script and load a picture, if it could. Returns its path. */
export const drawingFile = (): Promise<string> =>
  stored(
    'drawing.svg',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
      <script>fetch('https://pictures.example/from-script')</script>
      <image href="https://pictures.example/open.jpg?from-drawing" width="100" height="100"/>
      <rect width="100" height="100" fill="#00a000"/>
      <circle cx="50" cy="50" r="30" fill="#004000" onload="alert(1)"/>
    </svg>`,
  );

/** The first bytes of a photo as iPhones keep it. Returns its path. */
export const heicFile = (): Promise<string> =>
  stored(
    'IMG_0001.jpg',
    Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic\0\0\0\0heicmif1'),
      Buffer.alloc(64),
    ]),
  );

/** The colours near the four corners, clockwise from the upper left, as `#rgb` with steps of 17. */
export const cornerColours = async (bytes: Uint8Array): Promise<string[]> => {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): string => {
    const from = (y * info.width + x) * info.channels;
    const nibbles = [0, 1, 2].map((index) => Math.round((data[from + index] ?? 0) / 17));
    return `#${nibbles.map((nibble) => nibble.toString(16)).join('')}`;
  };
  const [near, far] = [40, info.width - 40];
  return [at(near, near), at(far, near), at(far, far), at(near, far)];
};
