import { expect, test } from 'vitest';
import { pinOf } from './sign-in.ts';

const x = 'https://api.x.com';

test.each([
  ['0123456', '0123456'],
  [' 012 34 56\n', '0123456'],
  ['012-3456', '0123456'],
  ['０１２３４５６', '0123456'],
])('%j is the PIN %s', (text, pin) => expect(pinOf(text, x)).toBe(pin));

test.each(['', '123456', '12345678', '123456a', 'https://x.com/'])('%j is no PIN of X', (text) =>
  expect(pinOf(text, x)).toBeNull(),
);

test('another server’s may be made of letters', () => {
  expect(pinOf(' 3f9a 77b2 ', 'https://social.example')).toBe('3f9a77b2');
  expect(pinOf('<b>', 'https://social.example')).toBeNull();
});
