import { describe, expect, test } from 'vitest';
import { userOf, userOfV2 } from './user.ts';

const ofX = {
  id: 1354479643882004500,
  id_str: '1354479643882004483',
  screen_name: 'ada_paints',
  name: 'Ada Paints',
  profile_image_url_https:
    'https://pbs.twimg.com/profile_images/1354479643882004483/Btn_normal.jpg',
};

const elsewhere = (id: string, more = ''): string =>
  `{"status": {"id": 5}, "id": ${id}, "screen_name": "fern_walker", "name": null,
    "profile_image_url": "https://social.example/avatar/7-48-1-abc.png"${more}}`;

test('X’s user object: the id is its text, the key that of the upload', () => {
  expect(userOf(JSON.stringify(ofX))).toEqual({
    id: '1354479643882004483',
    handle: 'ada_paints',
    name: 'Ada Paints',
    pictureUrl: ofX.profile_image_url_https,
    pictureKey: '1354479643882004483/Btn',
    hasDefaultPicture: false,
    bannerUrl: null,
    bannerKey: null,
  });
});

test('a banner goes by its address, of X by whose and when', () => {
  const banner = (address: unknown) =>
    userOf(JSON.stringify({ ...ofX, profile_banner_url: address }))?.bannerKey;
  expect(banner('https://pbs.twimg.com/profile_banners/783214/1611950530')).toBe(
    '783214/1611950530',
  );
  expect(banner('https://social.example/cover/7.png')).toBe('https://social.example/cover/7.png');
  for (const none of [null, '', 7, 'javascript:alert(1)', undefined])
    expect(banner(none)).toBeNull();
});

test('X’s default picture has no key', () => {
  const address = 'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png';
  const user = { ...ofX, profile_image_url_https: address, default_profile_image: true };
  expect(userOf(JSON.stringify(user))).toMatchObject({ pictureKey: null, hasDefaultPicture: true });
});

describe('another server’s user object', () => {
  test.each(['7', '9007199254740993', '123456789012345678901234567890'])(
    'the digits of %s are taken as they came',
    (id) => expect(userOf(elsewhere(id))?.id).toBe(id),
  );

  test('an id in text will do, one that is no id will not', () => {
    expect(userOf(elsewhere('"f3a-9"'))?.id).toBe('f3a-9');
    for (const id of ['1.5', '1e3', '-7', 'null', '""', '"a b"', '{}'])
      expect(userOf(elsewhere(id))).toBeNull();
  });

  test('the picture goes by its address, so that a new address is a new picture', () => {
    const address = 'https://social.example/avatar/7-48-1-abc.png';
    expect(userOf(elsewhere('7'))).toMatchObject({
      name: 'fern_walker',
      pictureUrl: address,
      pictureKey: address,
    });
  });

  test('a look-alike of X’s picture host is another server too', () => {
    const address = 'https://pbs.twimg.com.evil.example/profile_images/1/a_normal.jpg';
    const user = { ...ofX, profile_image_url_https: address };
    expect(userOf(JSON.stringify(user))?.pictureKey).toBe(address);
  });
});

test.each(['', 'null', '[]', '7', '{}', '<html>', JSON.stringify({ ...ofX, screen_name: 7 })])(
  '%j is no user',
  (text) => {
    expect(userOf(text)).toBeNull();
    expect(userOfV2(text)).toBeNull();
  },
);

test('an address of a picture that is no address is none', () => {
  for (const profile_image_url_https of ['', 'javascript:alert(1)', 'data:image/png;base64,AA']) {
    expect(userOf(JSON.stringify({ ...ofX, profile_image_url_https }))).toBeNull();
  }
});

test('v2 has the same under other names', () => {
  const data = {
    id: '12',
    username: 'ada_paints',
    name: 'Ada',
    profile_image_url: ofX.profile_image_url_https,
  };
  expect(userOfV2(JSON.stringify({ data }))).toMatchObject({
    id: '12',
    handle: 'ada_paints',
    pictureKey: '1354479643882004483/Btn',
  });
});
