import { expect, test } from 'vitest';
import { addressesOfPicture, bannerAt, bannerKeyOf, pictureKeyOf } from './account-picture.ts';

const pbs = 'https://pbs.twimg.com/profile_images';

test.each([
  ['https://pbs.twimg.com/profile_banners/783214/1611950530', '783214/1611950530'],
  ['https://pbs.twimg.com/profile_banners/783214/1611950530/', '783214/1611950530'],
  ['https://pbs.twimg.com/profile_banners/783214/1611950530/1500x500', '783214/1611950530'],
  ['https://pbs.twimg.com/profile_banners/6253282/1347394302/ipad_retina', '6253282/1347394302'],
  ['http://si0.twimg.com/profile_banners/819797/1348102824', '819797/1348102824'],
  [
    '//pbs.twimg.com/profile_banners/1072250532645998596/1562984888/web#x',
    '1072250532645998596/1562984888',
  ],
])('%s is the upload %s', (address, key) => {
  expect(bannerKeyOf(address)).toBe(key);
  expect(bannerAt(address, 'base')).toBe(`https://pbs.twimg.com/profile_banners/${key}`);
  expect(bannerAt(address, '1500x500')).toBe(
    `https://pbs.twimg.com/profile_banners/${key}/1500x500`,
  );
});

test.each([
  '',
  'data:image/png;base64,AA',
  'https://pbs.twimg.com/profile_images/1/a_normal.jpg',
  'https://pbs.twimg.com.evil.example/profile_banners/1/2',
  'https://evil.example/pbs.twimg.com/profile_banners/1/2',
  'https://pbs.twimg.com/profile_banners/one/two',
  'https://social.example/cover/7-1500x500.png',
])('%j is no banner of X, and stays as it is', (address) => {
  expect(bannerKeyOf(address)).toBeNull();
  expect(bannerAt(address, '600x200')).toBe(address);
});

test.each([
  [`${pbs}/1/a_normal.jpg`, [`${pbs}/1/a.jpg`, `${pbs}/1/a_400x400.jpg`, `${pbs}/1/a_normal.jpg`]],
  [
    'https://social.example/avatar/7-48-20140901080000-ab.png',
    [
      'https://social.example/avatar/7-original-20140901080000-ab.png',
      'https://social.example/avatar/7-48-20140901080000-ab.png',
    ],
  ],
  [
    'https://pbs.twimg.com/profile_banners/7/100/600x200',
    [
      'https://pbs.twimg.com/profile_banners/7/100',
      'https://pbs.twimg.com/profile_banners/7/100/1500x500',
      'https://pbs.twimg.com/profile_banners/7/100/600x200',
    ],
  ],
  ['https://social.example/theme/default-avatar-48.png', null],
  ['https://pictures.example/u/48/face.png?at=2', null],
] as const)('the addresses of %s, best first', (address, addresses) => {
  expect(addressesOfPicture(address)).toEqual(addresses ?? [address]);
});

test.each([
  [`${pbs}/1/a_normal.jpg`, '1/a'],
  ['https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png', null],
  ['https://social.example/avatar/7-48-1-ab.png', 'https://social.example/avatar/7-48-1-ab.png'],
  ['https://pbs.twimg.com/profile_banners/7/100/web', '7/100'],
  ['', null],
])('the key of %s is %s', (address, key) => {
  expect(pictureKeyOf(address)).toBe(key);
});
