import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { drawChart, drawLogo } from './drawn.ts';
import { withOrientation } from './jpeg-orientation.ts';
import { makePhoto } from './made-photo.ts';
import { makeMosaic } from './mosaic.ts';
import type { PictureFile } from './picture-file.ts';

const root = new URL('../../', import.meta.url);
/** Raise it when a drawing changes: what was made before is then made anew. */
const edition = 1;
const cache = fileURLToPath(new URL(`.output/bench/pictures-${edition}/`, root));
/** Real photos that cannot be shipped with the project, where they lie beside it. */
const realFolder = fileURLToPath(new URL('../shared/data/images/', root));

/** Makes a file once. Written under another name first, so that a stopped run leaves no half file. */
const made = async (name: string, make: () => Promise<Buffer>): Promise<string> => {
  const file = join(cache, name);
  if (existsSync(file)) return file;
  await mkdir(cache, { recursive: true });
  await writeFile(`${file}.${process.pid}`, await make());
  await rename(`${file}.${process.pid}`, file);
  return file;
};

const size12 = { widthPx: 3000, heightPx: 4000 };
const size16 = { widthPx: 4608, heightPx: 3456 };
const size48 = { widthPx: 8064, heightPx: 6048 };
const tile16 = { widthPx: 1536, heightPx: 1152 };
const tile48 = { widthPx: 1344, heightPx: 1008 };

interface Base {
  /** An upright photo of 12 to 13 megapixels. */
  readonly phone: string;
  readonly others: readonly string[];
  readonly isReal: boolean;
  readonly about: string;
  readonly wideGamut: string;
  readonly wideGamutAbout: string;
}

const realBase = (): Base | null => {
  const phone = join(realFolder, 'photo/Oppo_R7_Plus.jpg');
  const wideGamut = join(realFolder, 'gen/p3_photo_900.jpg');
  if (!existsSync(phone) || !existsSync(wideGamut)) return null;
  return {
    phone,
    others: [],
    isReal: true,
    about: 'phone photo from drewnoakes/metadata-extractor-images',
    wideGamut,
    wideGamutAbout: 'phone photo in Display P3, same collection, 900x1200',
  };
};

const madeFoliage = () => made('made-foliage.jpg', () => makePhoto('foliage', size12, 11));
const madeTown = () =>
  made('made-town.jpg', () => makePhoto('town', { widthPx: 4000, heightPx: 3000 }, 23));
const madeSkin = () => made('made-skin.jpg', () => makePhoto('skin', size12, 37));

const madeBase = async (): Promise<Base> => {
  const skin = await madeSkin();
  return {
    phone: await madeFoliage(),
    others: [await madeTown(), skin],
    isReal: false,
    about: 'made, photo-like',
    wideGamut: await made('made-p3.jpg', () =>
      sharp(skin)
        .modulate({ saturation: 1.5 })
        .withIccProfile('p3')
        .jpeg({ quality: 93 })
        .toBuffer(),
    ),
    wideGamutAbout: 'made, photo-like, in Display P3',
  };
};

const derived = async (base: Base): Promise<readonly PictureFile[]> => {
  const { isReal, about } = base;
  const stem = isReal ? 'real' : 'made';
  const turned = (orientation: number) =>
    made(`${stem}-exif-${orientation}.jpg`, async () =>
      withOrientation(await readFile(base.phone), orientation),
    );
  const mosaic = (name: string, size: typeof size16, tile: typeof tile16) =>
    made(`${stem}-${name}.jpg`, async () =>
      makeMosaic(
        await Promise.all([base.phone, ...base.others].map((file) => readFile(file))),
        size,
        tile,
      ),
    );
  const photo = { subject: 'photo', isReal } as const;
  const pieces = `${about}, pieces side by side`;
  return [
    { ...photo, name: 'phone-upright', file: base.phone, about, timedAs: '12 MP' },
    { ...photo, name: 'phone-exif-6', file: await turned(6), about: `${about}, lying, EXIF 6` },
    { ...photo, name: 'phone-exif-8', file: await turned(8), about: `${about}, lying, EXIF 8` },
    { ...photo, name: 'mosaic-16mp', file: await mosaic('16mp', size16, tile16), about: pieces },
    {
      ...photo,
      name: 'mosaic-48mp',
      file: await mosaic('48mp', size48, tile48),
      about: pieces,
      timedAs: '48 MP',
    },
    { ...photo, name: 'wide-gamut', file: base.wideGamut, about: base.wideGamutAbout },
  ];
};

/** Every picture to measure with: real photos where there are any, made ones, a logo and a chart. */
export const benchPictures = async (): Promise<readonly PictureFile[]> => {
  const real = realBase();
  const base = real ?? (await madeBase());
  const photo = { subject: 'photo', isReal: false, about: 'made, photo-like' } as const;
  const rendered = join(realFolder, 'jpeg/gain-map.jpg');
  const renderedAbout = 'rendered scene with a gain map, 8 MP, from lovell/sharp';
  return [
    ...(await derived(base)),
    ...(existsSync(rendered)
      ? [{ ...photo, name: 'gain-map', file: rendered, about: renderedAbout }]
      : []),
    { ...photo, name: 'made-foliage', file: await madeFoliage() },
    { ...photo, name: 'made-town', file: await madeTown() },
    {
      name: 'logo',
      file: await made('logo.png', drawLogo),
      subject: 'logo',
      isReal: false,
      about: 'drawn, see-through',
    },
    {
      name: 'chart',
      file: await made('chart.png', drawChart),
      subject: 'chart',
      isReal: false,
      about: 'one-pixel checker and lines, zone plate, ramp',
    },
  ];
};
