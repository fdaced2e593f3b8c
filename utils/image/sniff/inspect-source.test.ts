import { expect, test } from 'vitest';
import { sourceLimits } from '../../domain/limits.ts';
import {
  bulkyProfiles,
  bytes,
  jpegEnd,
  jpegHead,
  mediaHead,
  pngEnd,
  pngHead,
} from '../testing/file-bytes.ts';
import { inspectSource } from './inspect-source.ts';

const errorOf = async (source: Blob): Promise<unknown> => {
  const result = await inspectSource(source);
  return result.ok ? null : result.error;
};

test('goes by content, not by the declared type', async () => {
  const file = new Blob([pngHead(30, 20), pngEnd], { type: 'image/jpeg' });
  expect(await inspectSource(file)).toEqual({ ok: true, value: { format: 'png' } });
});

test('reads on where metadata stands before the size', async () => {
  const file = new Blob(
    [[0xff, 0xd8], bulkyProfiles(80), jpegHead(800, 600).subarray(2), jpegEnd].map((part) =>
      Uint8Array.from(part),
    ),
  );
  expect(file.size).toBeGreaterThan(5_000_000);
  expect(await inspectSource(file)).toEqual({ ok: true, value: { format: 'jpeg' } });
});

test.each([
  ['an empty file', new Blob([]), { kind: 'emptyFile' }],
  ['text', new Blob(['hello']), { kind: 'notAnImage' }],
  ['a HEIC photo', new Blob([mediaHead('heic')]), { kind: 'unreadableFormat', format: 'HEIC' }],
  [
    'a cut-off JPEG',
    new Blob([bytes([0xff, 0xd8, 0xff, 0xe1])]),
    { kind: 'decodeFailed', format: 'jpeg' },
  ],
])('refuses %s', async (_name, file, error) => {
  expect(await errorOf(file)).toEqual(error);
});

test.each([
  [60_000, 8],
  [16_385, 10],
  [10_001, 10_000],
  [16_000, 16_000],
])('refuses %d x %d by its header', async (widthPx, heightPx) => {
  const { maxPixels, maxEdgePx } = sourceLimits;
  const error = { kind: 'tooManyPixels', widthPx, heightPx, maxPixels, maxEdgePx };
  expect(await errorOf(new Blob([pngHead(widthPx, heightPx)]))).toEqual(error);
});

test.each([
  [16_384, 6_000],
  [10_000, 10_000],
  [1, 1],
])('lets %d x %d pass', async (widthPx, heightPx) => {
  expect(await errorOf(new Blob([pngHead(widthPx, heightPx), pngEnd]))).toBeNull();
});

test('refuses a file that can no longer be read', async () => {
  const gone = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const file = { size: 9, slice: () => ({ arrayBuffer: gone }) } as unknown as Blob;
  expect(await errorOf(file)).toEqual({ kind: 'unreadableFile' });
});

test('refuses a file past the byte ceiling without reading it', async () => {
  const size = sourceLimits.maxFileBytes + 1;
  const unread = { size } as Blob;
  const error = { kind: 'fileTooLarge', bytes: size, maxBytes: sourceLimits.maxFileBytes };
  expect(await errorOf(unread)).toEqual(error);
});
