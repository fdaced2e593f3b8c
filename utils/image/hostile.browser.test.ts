import { describe, expect, test } from 'vitest';
import type { SourceFrame } from '../domain/picture.ts';
import { createSession } from './session.ts';
import { sniff } from './sniff/sniff.ts';
import { exifSegment, withSegment } from './testing/file-bytes.ts';
import { never, opened } from './testing/opened.ts';
import { bytesOf, fileOf, logoPixels, photoPixels, repeatableNoise } from './testing/pictures.ts';

const refusals = ['decodeFailed', 'notAnImage', 'tooManyPixels', 'unreadableFormat', 'emptyFile'];

/** Opens and prepares as the worker does; gives the result's format, or the kind of the refusal. */
const outcomeOf = async (source: Blob): Promise<string> => {
  const session = createSession();
  const answer = await session.handle({ kind: 'open', id: 1, source });
  if (answer?.kind !== 'opened') return answer?.kind === 'failed' ? answer.error.kind : 'nothing';
  const { facts, preview } = answer;
  preview.close();
  const rect = { x: 0, y: 0, width: facts.widthPx, height: facts.heightPx };
  const request = { kind: 'avatar', rect } as const;
  const result = await session.handle({ kind: 'prepare', id: 2, request });
  if (result?.kind !== 'prepared') return result?.kind === 'failed' ? result.error.kind : 'nothing';
  expect(sniff(await bytesOf(result.blob))).toMatchObject({
    size: { kind: 'size', widthPx: 400, heightPx: 400 },
  });
  return result.facts.mime;
};

describe('damaged files end in a picture or a named refusal', () => {
  const kinds = [
    ['jpeg', async () => bytesOf(await fileOf(photoPixels(48, 36), 48, 'image/jpeg'))],
    [
      'jpeg with EXIF',
      async () => {
        const plain = await bytesOf(await fileOf(photoPixels(48, 36), 48, 'image/jpeg'));
        return withSegment(plain, exifSegment(6));
      },
    ],
    ['png', async () => bytesOf(await fileOf(logoPixels(40), 40))],
    ['webp', async () => bytesOf(await fileOf(photoPixels(48, 36), 48, 'image/webp'))],
  ] as const;

  test.each(kinds)('%s', { timeout: 60_000 }, async (_name, make) => {
    const whole = await make();
    const noise = repeatableNoise(11);
    const startedMs = performance.now();
    for (let run = 0; run < 60; run += 1) {
      const mutated = whole.slice(0, run % 7 === 0 ? Math.ceil(whole.length * noise()) : undefined);
      // Near the head, where the structure is, as often as anywhere.
      const reach = run % 2 === 0 ? 120 : mutated.length;
      for (let change = 0; change <= run % 5; change += 1) {
        mutated[Math.floor(noise() * reach)] = Math.floor(256 * noise());
      }
      expect(['image/jpeg', 'image/png', ...refusals]).toContain(
        await outcomeOf(new Blob([mutated])),
      );
    }
    expect((performance.now() - startedMs) / 60).toBeLessThan(500);
  });
});

test('any frame of a photo gives the exact size, opaque', { timeout: 60_000 }, async () => {
  const picture = await opened(await fileOf(photoPixels(260, 190), 260, 'image/jpeg'));
  const noise = repeatableNoise(5);
  for (let run = 0; run < 24; run += 1) {
    const side = 10 + 100 * noise();
    const frame: SourceFrame = {
      centerX: 85 + 90 * noise(),
      centerY: 85 + 20 * noise(),
      width: side,
      height: side,
      angleDeg: run % 4 === 0 ? 90 * Math.floor(8 * noise() - 4) : 720 * noise() - 360,
      flipX: noise() > 0.5,
      flipY: noise() > 0.5,
    };
    const rect = { x: 0, y: 0, width: 1, height: 1 };
    const result = await picture.prepare({ kind: 'avatar', rect, frame }, never);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.facts).toMatchObject({ widthPx: 400, heightPx: 400 });
    // A see-through corner would have made it 'alpha'.
    expect(result.value.facts.because).not.toBe('alpha');
  }
  picture.close();
});
