import { describe, expect, it } from 'vitest';
import { isDefaultPicture, isEarlierUpload, pictureKey, sizedLike } from './avatar-address.ts';

const next = 'https://pbs.twimg.com/profile_images/2002/newToken_normal.png';
const base = 'https://pbs.twimg.com/profile_images/2002/newToken';
const sticky = 'https://abs.twimg.com/sticky/default_profile_images/default_profile';

describe('sizedLike', () => {
  it.each([
    ['https://pbs.twimg.com/profile_images/1001/old_x96.jpg', `${base}_x96.png`],
    ['https://pbs.twimg.com/profile_images/1001/old_400x400.jpg', `${base}_400x400.png`],
    ['https://pbs.twimg.com/profile_images/1001/old_mini.jpg', `${base}_mini.png`],
    ['https://pbs.twimg.com/profile_images/1001/old.jpg', `${base}.png`],
    [`${sticky}_400x400.png`, `${base}_400x400.png`],
    [`${sticky}_normal.png`, `${base}_normal.png`],
    [`${sticky}.png`, `${base}_400x400.png`],
    [null, `${base}_400x400.png`],
  ])('as large as %s', (shown, address) => {
    expect(sizedLike(next, shown)).toBe(address);
  });

  it('leaves addresses alone that are no uploaded avatars', () => {
    expect(sizedLike(`${sticky}_normal.png`, `${base}_x96.png`)).toBe(`${sticky}_normal.png`);
  });
});

describe('keys', () => {
  it('come from uploaded avatars only', () => {
    expect(pictureKey(next)).toBe('2002/newToken');
    expect(pictureKey(`${sticky}.png`)).toBeNull();
    expect(pictureKey(null)).toBeNull();
  });

  it('tell earlier from later uploads beyond 2^53', () => {
    expect(isEarlierUpload('1846292082501054464/a', '1846292082501054465/a')).toBe(true);
    expect(isEarlierUpload('1846292082501054465/a', '1846292082501054465/b')).toBe(false);
    expect(isEarlierUpload('3788000000/a', '1846292082501054465/b')).toBe(true);
  });

  it('leave the default picture out', () => {
    expect(isDefaultPicture(`${sticky}_bigger.png`)).toBe(true);
    expect(isDefaultPicture(next)).toBe(false);
  });
});
