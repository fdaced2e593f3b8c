import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMessage, parseRequest } from './protocol.ts';

const rect = { x: 0, y: 0.5, width: 10, height: 10 };

const frame = {
  centerX: 5,
  centerY: 5.5,
  width: 8,
  height: 8,
  angleDeg: -12,
  flipX: true,
  flipY: false,
};

test.each([
  { kind: 'open', id: 1, source: new Blob(['x']) },
  { kind: 'prepare', id: 2, request: { kind: 'banner', rect } },
  { kind: 'prepare', id: 3, request: { kind: 'avatar', rect, frame, format: 'small' } },
  { kind: 'prepare', id: 3, request: { kind: 'avatar', rect, size: 'larger' } },
  { kind: 'prepare', id: 4, request: { kind: 'avatar', rect, background: '#102030' } },
  { kind: 'detail', id: 5, detail: { rect, widthPx: 2400, heightPx: 1 } },
  { kind: 'cancel', id: 2 },
])('a well-formed request passes: $kind', (request) => {
  expect(parseRequest(request)).toBe(request);
});

test.each([
  null,
  'open',
  { kind: 'open', id: 1, source: 'x' },
  { kind: 'open', source: new Blob(['x']) },
  { kind: 'prepare', id: 2, request: { kind: 'poster', rect } },
  { kind: 'prepare', id: 2, request: { kind: 'avatar', rect: { ...rect, width: Number.NaN } } },
  { kind: 'prepare', id: 2, request: { kind: 'avatar' } },
  { kind: 'prepare', id: 2, request: { kind: 'avatar', rect, frame: { ...frame, width: 0 } } },
  { kind: 'prepare', id: 2, request: { kind: 'avatar', rect, frame: { ...frame, flipX: 1 } } },
  { kind: 'prepare', id: 2, request: { kind: 'avatar', rect, format: 'gif' } },
  { kind: 'prepare', id: 2, request: { kind: 'avatar', rect, size: 2048 } },
  { kind: 'prepare', id: 2 },
  { kind: 'detail', id: 5, detail: { rect, widthPx: 2401, heightPx: 1 } },
  { kind: 'detail', id: 5, detail: { widthPx: 2400, heightPx: 1 } },
  { kind: 'cancel', id: 1.5 },
  { kind: 'constructor', id: 1 },
])('a malformed request does not: %j', (request) => {
  expect(parseRequest(request)).toBeNull();
});

test.each([
  { kind: 'rendered', id: 1, picture: new Blob(['x']) },
  { kind: 'prepared', id: 1, blob: new Blob(['x']), facts: {} },
  { kind: 'failed', id: 1, error: { kind: 'encodeFailed' } },
])('what the worker says passes: $kind', (message) => {
  expect(parseMessage(message)).toBe(message);
});

test.each([
  { kind: 'rendered', id: 1, picture: 'x' },
  { kind: 'rendered', picture: new Blob(['x']) },
  { kind: 'prepared', id: 1, blob: new Blob(['x']) },
  { kind: 'failed', id: 1, error: 'no' },
])('what it cannot have said does not: %j', (message) => {
  expect(parseMessage(message)).toBeNull();
});

test('anything else does not, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(parseRequest(data)).toBeNull();
      expect(parseMessage(data)).toBeNull();
    }),
  );
});
