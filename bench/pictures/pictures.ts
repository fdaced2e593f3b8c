import { readFile } from 'node:fs/promises';
import { drawChart, drawLogo } from './drawn.ts';
import { withOrientation } from './jpeg-orientation.ts';
import { keptPicture } from './kept-picture.ts';
import { makeMosaic } from './mosaic.ts';
import { type Photo, type PhotoBase, photoBase } from './photo-base.ts';
import type { PictureFile } from './picture-file.ts';

const size16 = { widthPx: 4608, heightPx: 3456 };
const size48 = { widthPx: 8064, heightPx: 6048 };
const tile16 = { widthPx: 1536, heightPx: 1152 };
const tile48 = { widthPx: 1344, heightPx: 1008 };

/** The same pixels told to lie on their side. */
const turned = async ({ stem, phone }: PhotoBase, orientation: 6 | 8): Promise<PictureFile> => ({
  ...phone,
  name: `phone-exif-${orientation}`,
  subject: 'photo',
  file: await keptPicture(`${stem}-exif-${orientation}.jpg`, async () =>
    withOrientation(await readFile(phone.file), orientation),
  ),
  about: `${phone.about}; on its side by EXIF ${orientation}`,
});

const mosaic = async (
  { stem, pieces, phone }: PhotoBase,
  name: string,
  size: typeof size16,
  tile: typeof tile16,
): Promise<Photo> => {
  const file = await keptPicture(`${stem}-${name}.jpg`, async () =>
    makeMosaic(await Promise.all(pieces.map((piece) => readFile(piece))), size, tile),
  );
  const isMade = phone.origin === 'made';
  const about = `pieces of ${isMade ? 'made pictures' : 'real photos'} side by side, never scaled`;
  return { file, origin: isMade ? 'made' : 'derived', about };
};

const photos = async (base: PhotoBase): Promise<readonly PictureFile[]> => {
  const { phone, wideGamut, sixteen, others } = base;
  const subject = 'photo' as const;
  const mosaic48 = await mosaic(base, 'mosaic-48mp', size48, tile48);
  return [
    { ...phone, subject, name: 'phone-upright', timedAs: '12 MP' },
    await turned(base, 6),
    await turned(base, 8),
    sixteen
      ? { ...sixteen, subject, name: 'photo-16mp' }
      : { ...(await mosaic(base, 'mosaic-16mp', size16, tile16)), subject, name: 'mosaic-16mp' },
    { ...mosaic48, subject, name: 'mosaic-48mp', timedAs: '48 MP' },
    { ...wideGamut, subject, name: 'wide-gamut' },
    ...others,
  ];
};

/** Every picture to measure with: real photos where they can be had, a logo and a chart. */
export const benchPictures = async (): Promise<readonly PictureFile[]> => [
  ...(await photos(await photoBase())),
  {
    name: 'logo',
    file: await keptPicture('logo.png', drawLogo),
    subject: 'logo',
    origin: 'made',
    about: 'drawn, see-through',
  },
  {
    name: 'chart',
    file: await keptPicture('chart.png', drawChart),
    subject: 'chart',
    origin: 'made',
    about: 'one-pixel checker and lines, zone plate, ramp',
  },
];
