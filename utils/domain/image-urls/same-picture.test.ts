import { describe, expect, test } from 'vitest';
import { type ImageUrl, parseImageUrl } from './image-urls.ts';
import { everySize, isRepairable, isSamePicture, ownerIdOf, uploadedAtMs } from './same-picture.ts';

const pbs = 'https://pbs.twimg.com';
const sticky = 'https://abs.twimg.com/sticky/default_profile_images/default_profile';

const urlOf = (address: string): ImageUrl => {
  const url = parseImageUrl(address);
  if (!url) throw new Error(`${address} is no picture of X`);
  return url;
};

describe('the same picture', () => {
  test.each([
    [
      `${pbs}/profile_images/1/a_normal.jpg`,
      'http://a0.twimg.com/profile_images/1/a.jpg?v=2',
      true,
    ],
    [`${pbs}/profile_images/1/a.jpg`, `${pbs}/profile_images/1/b.jpg`, false],
    [`${pbs}/profile_images/1/2.jpg`, `${pbs}/profile_banners/1/2`, false],
    [`${pbs}/profile_banners/1/2/web`, `${pbs}/profile_banners/1/2`, true],
    [`${sticky}_normal.png`, `${sticky}_x96.png`, true],
    [`${sticky}_1_normal.png`, `${sticky}_normal.png`, false],
    [`${sticky}_normal.png`, `${pbs}/profile_images/1/default_profile_normal.png`, false],
  ])('%s and %s: %s', (one, other, isSame) => {
    expect(isSamePicture(urlOf(one), urlOf(other))).toBe(isSame);
    expect(isSamePicture(urlOf(other), urlOf(one))).toBe(isSame);
  });
});

test.each([
  [`${sticky}_normal.png`, false],
  [`${sticky}_2_normal.png`, false],
  ['http://s.twimg.com/a/1275689140/images/default_profile_6_normal.png', false],
  // It only looks like one, and X has been seen to lose it.
  [`${pbs}/profile_images/1277699150/default_profile_2_normal.png`, true],
  [`${pbs}/profile_images/1/a_normal.jpg`, true],
  [`${pbs}/profile_banners/1/2`, true],
])('%s may have been replaced: %s', (address, may) => {
  expect(isRepairable(urlOf(address))).toBe(may);
});

test.each([
  [`${pbs}/profile_banners/1072250532645998596/1562984888/web`, '1072250532645998596'],
  [`${pbs}/profile_images/1354479643882004483/Btnfm47p.jpg`, null],
  [`${sticky}.png`, null],
])('%s belongs to %s', (address, id) => {
  expect(ownerIdOf(urlOf(address))).toBe(id);
});

test.each([
  [`${pbs}/profile_images/1354479643882004483/Btnfm47p.jpg`, '2021-01-27'],
  [`${pbs}/profile_images/378800000220401367/42fd_normal.png`, '2013-09-14'],
  [`${pbs}/profile_banners/783214/1611950530/web`, '2021-01-29'],
])('%s was uploaded on %s', (address, day) => {
  const atMs = uploadedAtMs(urlOf(address)) ?? Number.NaN;
  expect(new Date(atMs).toISOString()).toContain(day);
});

test.each([
  `${pbs}/profile_images/1835646533/gu44kEhi_normal`,
  `${pbs}/profile_images/99999999999999999999999/a.jpg`,
  `${pbs}/profile_banners/1/999999999999`,
  `${sticky}.png`,
])('%s does not say when', (address) => {
  expect(uploadedAtMs(urlOf(address))).toBeNull();
});

test('every size once, the address of an old host being one of today', () => {
  const sizes = everySize(urlOf('http://a0.twimg.com/profile_images/18/gu_x96'));
  expect(sizes).toHaveLength(8);
  expect(sizes.map(({ size, address }) => `${size.name} ${address}`)).toContain(
    `reasonably_small ${pbs}/profile_images/18/gu_reasonably_small`,
  );
  expect(everySize(urlOf(`${pbs}/profile_banners/1/2`))).toHaveLength(10);
});
