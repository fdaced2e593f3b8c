import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { SandboxControl } from '../../sandbox/control.ts';

const folder = mkdtemp(join(tmpdir(), 'facelift-pictures-'));

const makePicture = async (file: string, colour: string): Promise<string> => {
  const size = { width: 900, height: 700, channels: 3 as const };
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 18 };
  const grain = sharp({ create: { ...size, background: '#000', noise } });
  await mkdir(dirname(file), { recursive: true });
  await sharp({ create: { ...size, background: colour } })
    .composite([{ input: await grain.raw().toBuffer(), raw: size, blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .toFile(file);
  return file;
};

const made = new Map<string, Promise<string>>();

/**
 * A small photo-like file in one colour, so that it can be told from others; made once. Returns its path.
 */
export const pictureFile = async (name: string, colour: string): Promise<string> => {
  const file = join(await folder, colour.slice(1), `${name}.jpg`);
  const making = made.get(file) ?? makePicture(file, colour);
  made.set(file, making);
  return making;
};

/** A file that says it is a picture and is not. Returns its path. */
export const textFile = async (): Promise<string> => {
  const file = join(await folder, 'holiday.jpg');
  await writeFile(file, 'These are words, whatever the name says.\n');
  return file;
};

/** What the sandbox took as the only picture of a run, measured on its bytes. */
export const uploadedPicture = async (control: SandboxControl) => {
  control.assertUploads(1);
  const [upload] = control.uploads();
  const picture = control.world.signedIn.picture;
  if (!upload || picture?.key !== upload.key)
    throw new Error('The upload is not the picture shown');
  const bytes = await picture.bytes();
  return { upload, bytes, metadata: await sharp(bytes).metadata() };
};

/** The average colour of a picture, 0 to 255 each. */
export const averageColour = async (bytes: Uint8Array): Promise<[number, number, number]> => {
  const { channels } = await sharp(bytes).stats();
  const [red, green, blue] = channels.map(({ mean }) => Math.round(mean));
  return [red ?? 0, green ?? 0, blue ?? 0];
};
