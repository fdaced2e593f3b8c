import { describe, expect, test } from 'vitest';
import { avatarAt, avatarKeyOf, imageAddress, parseImageUrl } from './image-urls.ts';
import { bannerSizes } from './sizes.ts';
import { everySize } from './same-picture.ts';

const pbs = 'https://pbs.twimg.com/profile_images';
const banners = 'https://pbs.twimg.com/profile_banners';
const sticky = 'https://abs.twimg.com/sticky/default_profile_images/default_profile';

type AvatarRow = readonly [address: string, key: string, variant: string, extension: string];

const avatars: readonly AvatarRow[] = [
  [
    `${pbs}/1354479643882004483/Btnfm47p_normal.jpg`,
    '1354479643882004483/Btnfm47p',
    'normal',
    '.jpg',
  ],
  [`${pbs}/1354479643882004483/Btnfm47p.jpg`, '1354479643882004483/Btnfm47p', 'original', '.jpg'],
  [
    `${pbs}/1354479643882004483/Btnfm47p_400x400.jpg`,
    '1354479643882004483/Btnfm47p',
    '400x400',
    '.jpg',
  ],
  // Schemes, hosts and ports in every way they are written.
  ['http://pbs.twimg.com/profile_images/1/a_bigger.png', '1/a', 'bigger', '.png'],
  ['//pbs.twimg.com/profile_images/1/a_mini.png', '1/a', 'mini', '.png'],
  ['https://PBS.TWIMG.COM/profile_images/1/a_normal.jpg', '1/a', 'normal', '.jpg'],
  ['https://pbs.twimg.com:443/profile_images/1/a_normal.jpg', '1/a', 'normal', '.jpg'],
  ['http://pbs.twimg.com:80/profile_images/1/a_normal.jpg', '1/a', 'normal', '.jpg'],
  // Tokens that end in a line, hold words of sizes, or look like another size.
  [
    `${pbs}/1204012644660854784/E8JhkG7__200x200.jpg`,
    '1204012644660854784/E8JhkG7_',
    '200x200',
    '.jpg',
  ],
  [`${pbs}/1/E8JhkG7_.jpg`, '1/E8JhkG7_', 'original', '.jpg'],
  [`${pbs}/0/foo_normal_bar_normal.jpg`, '0/foo_normal_bar', 'normal', '.jpg'],
  [`${pbs}/0/foo_normal_bar.jpg`, '0/foo_normal_bar', 'original', '.jpg'],
  [
    `${pbs}/665134634229874688/gQA1EEUb_reasonably_small.png`,
    '665134634229874688/gQA1EEUb',
    'reasonably_small',
    '.png',
  ],
  [`${pbs}/1/abc_x96.jpg`, '1/abc', 'x96', '.jpg'],
  [`${pbs}/1/abc_500x500.jpg`, '1/abc_500x500', 'original', '.jpg'],
  [`${pbs}/1/j2Xkn-ZI_normal.jpg`, '1/j2Xkn-ZI', 'normal', '.jpg'],
  [
    'http://a3.twimg.com/profile_images/466426224/avatar80x80_normal.png',
    '466426224/avatar80x80',
    'normal',
    '.png',
  ],
  ['http://a1.twimg.com/profile_images/99/Photo_NORMAL.jpg', '99/Photo_NORMAL', 'original', '.jpg'],
  [
    `${pbs}/378800000220401367/42fd37e349a4bece164ffab5e644589b_normal.png`,
    '378800000220401367/42fd37e349a4bece164ffab5e644589b',
    'normal',
    '.png',
  ],
  [
    `${pbs}/1277699150/default_profile_2_normal.png`,
    '1277699150/default_profile_2',
    'normal',
    '.png',
  ],
  // File names of people, with any extension or none.
  [
    'http://a0.twimg.com/profile_images/1835646533/gu44kEhi_normal',
    '1835646533/gu44kEhi',
    'normal',
    '',
  ],
  [
    'https://si0.twimg.com/profile_images/1835646533/gu44kEhi',
    '1835646533/gu44kEhi',
    'original',
    '',
  ],
  [
    'https://si0.twimg.com/profile_images/2554828722/vnshvzzpxsyt8phxkcd0_bigger.jpeg',
    '2554828722/vnshvzzpxsyt8phxkcd0',
    'bigger',
    '.jpeg',
  ],
  ['http://a1.twimg.com/profile_images/99/IMG_0001_normal.JPG', '99/IMG_0001', 'normal', '.JPG'],
  ['http://a1.twimg.com/profile_images/99/my%20cat_normal.gif', '99/my%20cat', 'normal', '.gif'],
  ['http://a1.twimg.com/profile_images/99/v1.2_normal.png', '99/v1.2', 'normal', '.png'],
  ['http://a1.twimg.com/profile_images/99/v1.2_normal', '99/v1.2', 'normal', ''],
  ['http://a1.twimg.com/profile_images/99/pic_normal.bmp', '99/pic', 'normal', '.bmp'],
  // Hosts of other years.
  [
    'https://twimg0-a.akamaihd.net/profile_images/2284174872/7df3h38zabcvjylnyfe3_normal.png',
    '2284174872/7df3h38zabcvjylnyfe3',
    'normal',
    '.png',
  ],
  [
    'http://s3.amazonaws.com/twitter_production/profile_images/51598307/mwpoint3_normal.jpg',
    '51598307/mwpoint3',
    'normal',
    '.jpg',
  ],
  // Queries are no part of the picture's name.
  [`${pbs}/1/a_normal.jpg?v=2#x`, '1/a', 'normal', '.jpg'],
  [`${pbs}/1/a?format=jpg&name=normal`, '1/a', 'original', ''],
];

test.each(avatars)('%s', (address, key, variant, extension) => {
  expect(parseImageUrl(address)).toMatchObject({ kind: 'avatar', key, variant, extension });
  expect(avatarKeyOf(address)).toBe(key);
});

const defaults: readonly (readonly [address: string, egg: number | null, variant: string])[] = [
  [`${sticky}_normal.png`, null, 'normal'],
  [`${sticky}_400x400.png`, null, '400x400'],
  [`${sticky}_x96.png`, null, 'x96'],
  [`${sticky}.png`, null, 'original'],
  [`${sticky}_3_normal.png`, 3, 'normal'],
  ['https://si0.twimg.com/sticky/default_profile_images/default_profile_6_normal.png', 6, 'normal'],
  ['http://s.twimg.com/a/1275689140/images/default_profile_6_normal.png', 6, 'normal'],
  ['http://static.twitter.com/images/default_profile_normal.png', null, 'normal'],
];

test.each(defaults)('%s is a default picture', (address, egg, variant) => {
  expect(parseImageUrl(address)).toEqual({ kind: 'default', egg, variant });
  expect(avatarKeyOf(address)).toBeNull();
  expect(avatarAt(address, 'bigger')).toBe(address);
});

const bannerRows: readonly (readonly [address: string, key: string, variant: string])[] = [
  [`${banners}/783214/1611950530`, '783214/1611950530', 'base'],
  [`${banners}/783214/1611950530/`, '783214/1611950530', 'base'],
  [`${banners}/783214/1611950530/1500x500`, '783214/1611950530', '1500x500'],
  [`${banners}/783214/1611950530/1080x360`, '783214/1611950530', '1080x360'],
  [`${banners}/6253282/1347394302/ipad_retina`, '6253282/1347394302', 'ipad_retina'],
  ['https://si0.twimg.com/profile_banners/819797/1348102824', '819797/1348102824', 'base'],
  [`${banners}/1072250532645998596/1562984888/web`, '1072250532645998596/1562984888', 'web'],
];

test.each(bannerRows)('%s', (address, key, variant) => {
  expect(parseImageUrl(address)).toEqual({ kind: 'banner', key, variant, query: '' });
});

const others = [
  'https://pbs.twimg.com/media/D_Umv_8XUAApzlr.png',
  'https://pbs.twimg.com/profile_background_images/644522235/cdjlccey99gy36j3em67.jpeg',
  'https://pbs.twimg.com.evil.example/profile_images/1/a_normal.jpg',
  'https://evil.example/pbs.twimg.com/profile_images/1/a_normal.jpg',
  'https://pbs.twimg.com@evil.example/profile_images/1/a_normal.jpg',
  'https://ada@pbs.twimg.com/profile_images/1/a_normal.jpg',
  'https://pbs.twimg.com:8443/profile_images/1/a_normal.jpg',
  'https://xpbs.twimg.com/profile_images/1/a_normal.jpg',
  'https://s3.amazonaws.com/somebody_else/profile_images/1/a_normal.jpg',
  'https://s3.amazonaws.com/twitter_production.evil/profile_images/1/a_normal.jpg',
  'ftp://pbs.twimg.com/profile_images/1/a_normal.jpg',
  `${pbs}/1/_normal.jpg`,
  `${pbs}/1/.jpg`,
  `${pbs}/1/..`,
  `${pbs}/1/%2E%2e_normal`,
  `${pbs}/1/a\\..\\b_normal.jpg`,
  `${pbs}/1/a b.jpg`,
  `${pbs}/x/a_normal.jpg`,
  `${pbs}/1/a_normal.jpg/more`,
  `${pbs}/`,
  `${banners}/783214/1611950530/1x1`,
  `${banners}/783214/1611950530/web/more`,
  `${banners}/783214/1611950530.jpg`,
  `${sticky}_500x500.png`,
  `${sticky}_12_normal.png`,
  'data:image/png;base64,AA',
  'blob:https://x.com/0b2f',
  '',
];

test.each(others)('%s is none of them and stays as it is', (address) => {
  expect(parseImageUrl(address)).toBeNull();
  expect(avatarAt(address, 'bigger')).toBe(address);
});

describe('the address in another size', () => {
  test.each([
    [`${pbs}/1/a_normal.jpg?v=2#x`, 'bigger', `${pbs}/1/a_bigger.jpg?v=2`],
    [`${pbs}/1/E8JhkG7_.jpg`, '200x200', `${pbs}/1/E8JhkG7__200x200.jpg`],
    ['http://a0.twimg.com/profile_images/18/gu_normal', 'original', `${pbs}/18/gu`],
    [
      'http://s3.amazonaws.com/twitter_production/profile_images/51/mw_normal.JPG',
      'x96',
      `${pbs}/51/mw_x96.JPG`,
    ],
  ] as const)('of %s as %s', (address, variant, expected) => {
    expect(avatarAt(address, variant)).toBe(expected);
  });

  test('old default pictures are those of today', () => {
    const url = parseImageUrl('http://s.twimg.com/a/1275689140/images/default_profile_6_mini.png');
    expect(url && imageAddress(url)).toBe(`${sticky}_6_mini.png`);
  });

  test('of a banner', () => {
    const url = parseImageUrl('https://si0.twimg.com/profile_banners/819797/1348102824/web');
    expect(url && everySize(url).map(({ address }) => address)).toEqual(
      bannerSizes.map(({ name }) => `${banners}/819797/1348102824/${name}`),
    );
  });
});
