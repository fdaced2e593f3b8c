import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPhotos } from './fetch-photos.ts';
import { asDisplayP3 } from './jpeg-profile.ts';
import { keptPicture } from './kept-picture.ts';
import { makePhoto } from './made-photo.ts';
import { packagePhotos } from './package-photos.ts';
import type { Origin, PictureFile } from './picture-file.ts';

/** One photo and what to say of it. */
export interface Photo {
  readonly file: string;
  readonly origin: Origin;
  readonly about: string;
}

/** The photos that all others of a run come from. */
export interface PhotoBase {
  /** Goes into the names of what is made of them, so that one base never meets another's files. */
  readonly stem: string;
  /** Upright, 12 to 13 megapixels. */
  readonly phone: Photo;
  readonly wideGamut: Photo;
  /** About 16 megapixels; null where it must be put together. */
  readonly sixteen: Photo | null;
  /** What 48 megapixels are put together from. */
  readonly pieces: readonly string[];
  /** All that is measured besides. */
  readonly others: readonly PictureFile[];
}

/** Photos that cannot be shipped with the project, where they lie beside it. */
const besideUs = fileURLToPath(new URL('../../../shared/data/images/', import.meta.url));

const beside = (path: string, origin: Origin, about: string): Photo | null => {
  const file = join(besideUs, path);
  return existsSync(file) ? { file, origin, about } : null;
};

const phoneBeside = (): Photo | null =>
  beside(
    'photo/Oppo_R7_Plus.jpg',
    'real',
    'phone photo, 3120x4160, from drewnoakes/metadata-extractor-images',
  );

const wideGamutBeside = (): Photo | null =>
  beside(
    'gen/p3_photo_900.jpg',
    'derived',
    'phone photo in Display P3, same collection, reduced to 900x1200',
  );

const gainMapBeside = (): readonly PictureFile[] => {
  const about = 'rendered scene with a gain map, 8 MP, from lovell/sharp';
  const found = beside('jpeg/gain-map.jpg', 'made', about);
  return found ? [{ ...found, name: 'gain-map', subject: 'photo' }] : [];
};

const declaredP3 = (file: string, name: string): Promise<string> =>
  keptPicture(name, async () => asDisplayP3(await readFile(file)));

const ofPackages = async (files: Readonly<Record<string, string>>): Promise<PhotoBase | null> => {
  const photos = packagePhotos.map(({ name, about }): PictureFile => ({
    name,
    file: files[name] ?? '',
    subject: 'photo',
    origin: 'real',
    about,
  }));
  const named = (name: string) => photos.find((photo) => photo.name === name);
  const [dragonfly, dandelion, fig] = [named('dragonfly'), named('dandelion'), named('fig')];
  if (!dragonfly || !dandelion || !fig) return null;
  const phone = phoneBeside() ?? dragonfly;
  return {
    stem: phone === dragonfly ? 'package' : 'beside',
    phone,
    wideGamut: wideGamutBeside() ?? {
      file: await declaredP3(fig.file, 'fig-p3.jpg'),
      origin: 'derived',
      about: `${fig.about}, its levels declared Display P3`,
    },
    sixteen: dandelion,
    pieces: ['nuthatch', 'dragonfly', 'dandelion', 'sunset', 'mountains'].map(
      (name) => files[name] ?? '',
    ),
    others: [
      ...photos.filter(
        ({ file, name }) => ![phone.file, dandelion.file].includes(file) && name !== 'fig',
      ),
      ...gainMapBeside(),
    ],
  };
};

const size12 = { widthPx: 3000, heightPx: 4000 };
const lying12 = { widthPx: 4000, heightPx: 3000 };

const withoutPackages = async (): Promise<PhotoBase> => {
  const about = 'made, photo-like';
  const foliage = await keptPicture('made-foliage.jpg', () => makePhoto('foliage', size12, 11));
  const town = await keptPicture('made-town.jpg', () => makePhoto('town', lying12, 23));
  const skin = await keptPicture('made-skin.jpg', () => makePhoto('skin', size12, 37));
  const phone = phoneBeside();
  const made = { subject: 'photo', origin: 'made', about } as const;
  return {
    stem: phone ? 'phone' : 'made',
    phone: phone ?? { ...made, file: foliage },
    wideGamut: wideGamutBeside() ?? {
      file: await declaredP3(skin, 'made-p3.jpg'),
      origin: 'made',
      about: `${about}, its levels declared Display P3`,
    },
    sixteen: null,
    pieces: phone ? [phone.file] : [foliage, town, skin],
    others: [
      ...gainMapBeside(),
      { ...made, name: 'made-foliage', file: foliage },
      { ...made, name: 'made-town', file: town },
    ],
  };
};

/** Real photographs where they can be had, made ones where not; says on standard error which. */
export const photoBase = async (): Promise<PhotoBase> => {
  const fetched = await fetchPhotos();
  const base = fetched.ok ? await ofPackages(fetched.value) : null;
  if (base) return base;
  const reason = fetched.ok ? 'the list of photos is incomplete' : fetched.error;
  process.stderr.write(`No real photos from Debian's packages (${reason}): made ones instead.\n`);
  return withoutPackages();
};
