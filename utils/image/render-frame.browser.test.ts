import { beforeAll, expect, test } from 'vitest';
import type { SourceFrame } from '../domain/picture.ts';
import { keepAhead } from './grid/kept-grid.ts';
import { renderFrame } from './render-frame.ts';
import { connectHelper } from './strips/helper.ts';
import { joinHelper } from './strips/join-helper.ts';
import type { HelperPort } from './strips/messages.ts';
import { fileOf, photoPixels } from './testing/pictures.ts';

const [width, height] = [1310, 1010];
const size = { widthPx: 90, heightPx: 90 };
const wanted = (): boolean => false;
const file = fileOf(photoPixels(width, height), width, 'image/jpeg');

beforeAll(() => {
  // This page in the place of a picture worker.
  joinHelper({ postMessage: ({ helper }: HelperPort) => connectHelper(helper) });
});

const frame = (part: Partial<SourceFrame>): SourceFrame => ({
  centerX: 640,
  centerY: 505,
  width: 700,
  height: 700,
  angleDeg: 0,
  flipX: false,
  flipY: false,
  ...part,
});

const frames = [
  frame({ angleDeg: 12 }),
  frame({ angleDeg: 12.4, centerX: 600 }),
  frame({ angleDeg: -20, width: 640, height: 640, flipX: true }),
  frame({}),
  frame({ centerX: 601.5, centerY: 480.25 }),
  frame({ angleDeg: 90, width: 690, height: 690 }),
];

test('what was framed before makes no difference to any pixel', async () => {
  const used = await createImageBitmap(await file);
  for (const each of [...frames, ...frames.toReversed()]) {
    const seen = await renderFrame({ bitmap: used, format: 'jpeg' }, each, size, wanted);
    const fresh = await createImageBitmap(await file);
    expect(seen).toEqual(await renderFrame({ bitmap: fresh, format: 'jpeg' }, each, size, wanted));
    await keepAhead(used);
  }
});
