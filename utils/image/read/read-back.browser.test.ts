import { expect, test } from 'vitest';
import { checkReadBack } from './read-back.ts';

test('an honest canvas passes', () => {
  expect(checkReadBack()).toBe('exact');
});

test('a canvas that gives nothing out is told from one that lies', () => {
  const read = () => {
    throw new DOMException('The canvas has been tainted', 'SecurityError');
  };
  expect(checkReadBack(read)).toBe('refused');
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
