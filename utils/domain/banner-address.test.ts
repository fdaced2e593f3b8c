import { expect, test } from 'vitest';
import { bannerAt, bannerKeyOf } from './banner-address.ts';

test.each([
  ['https://pbs.twimg.com/profile_banners/783214/1611950530', '783214/1611950530'],
  ['https://pbs.twimg.com/profile_banners/783214/1611950530/', '783214/1611950530'],
  ['https://pbs.twimg.com/profile_banners/783214/1611950530/1500x500', '783214/1611950530'],
  ['https://pbs.twimg.com/profile_banners/6253282/1347394302/ipad_retina', '6253282/1347394302'],
  ['http://si0.twimg.com/profile_banners/819797/1348102824', '819797/1348102824'],
  [
    '//pbs.twimg.com/profile_banners/1072250532645998596/1562984888/web?x=1',
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
