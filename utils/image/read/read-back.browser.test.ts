import { expect, test } from 'vitest';
import { checkReadBack } from './read-back.ts';

test('an honest canvas passes', () => {
  expect(checkReadBack()).toBe('exact');
});

test.each([
  [
    'one level of one pixel',
    (data: Uint8ClampedArray) => data.map((v, at) => (at === 8001 ? v ^ 1 : v)),
  ],
  ['everything white', (data: Uint8ClampedArray) => data.map(() => 255)],
  ['nothing at all', () => new Uint8ClampedArray()],
])('%s changed is seen', (_name, alter) => {
  expect(checkReadBack(alter)).toBe('altered');
});
