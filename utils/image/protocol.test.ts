import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRequest } from './protocol.ts';

const rect = { x: 0, y: 0.5, width: 10, height: 10 };

test.each([
  { kind: 'open', id: 1, source: new Blob(['x']) },
  { kind: 'prepare', id: 2, picture: 'banner', rect },
  { kind: 'cancel', id: 2 },
])('a well-formed request passes: $kind', (request) => {
  expect(parseRequest(request)).toBe(request);
});

test.each([
  null,
  'open',
  { kind: 'open', id: 1, source: 'x' },
  { kind: 'open', source: new Blob(['x']) },
  { kind: 'prepare', id: 2, picture: 'poster', rect },
  { kind: 'prepare', id: 2, picture: 'avatar', rect: { ...rect, width: Number.NaN } },
  { kind: 'prepare', id: 2, picture: 'avatar' },
  { kind: 'cancel', id: 1.5 },
  { kind: 'constructor', id: 1 },
])('a malformed request does not: %j', (request) => {
  expect(parseRequest(request)).toBeNull();
});

test('anything else does not, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(parseRequest(data)).toBeNull();
    }),
  );
});
