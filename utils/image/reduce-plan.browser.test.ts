import { beforeAll, expect, test, vi } from 'vitest';
import { openPixels } from './read/open-pixels.ts';
import { reducePlan } from './reduce-plan.ts';
import { planResample } from './resample/plan.ts';
import { connectHelper, isWorthSharing, readyHelper } from './strips/helper.ts';
import { joinHelper } from './strips/join-helper.ts';
import type { HelperPort } from './strips/messages.ts';
import { fileOf, photoPixels } from './testing/pictures.ts';

const [width, height] = [2300, 1700];
const wanted = (): boolean => false;

/** This page in the place of a picture worker. */
const beHelped = (): void => {
  joinHelper({ postMessage: ({ helper }: HelperPort) => connectHelper(helper) });
};

beforeAll(beHelped);

const largePhoto = async (): Promise<ImageBitmap> =>
  createImageBitmap(await fileOf(photoPixels(width, height), width, 'image/jpeg'));

test('two workers give the very values that one gives', async () => {
  const source = openPixels(await largePhoto(), false);
  for (const [widthPx, heightPx] of [
    [400, 400],
    [1500, 500],
  ] as const) {
    const rect = { x: 12.5, y: 3, width: width - 20, height: height - 7.25 };
    const plan = planResample(rect, source, { widthPx, heightPx });
    expect(isWorthSharing(plan)).toBe(true);
    expect(readyHelper()).not.toBeNull();
    expect(source.share).toBeDefined();
    const shared = await reducePlan(source, plan, false, wanted);
    const { share: _, ...alone } = source;
    expect(shared).toEqual(await reducePlan(alone, plan, false, wanted));
  }
  source.close();
});

test('what is not wanted any more stops in both', async () => {
  const source = openPixels(await largePhoto(), false);
  const rect = { x: 0, y: 0, width, height };
  const plan = planResample(rect, source, { widthPx: 400, heightPx: 400 });
  expect(await reducePlan(source, plan, false, () => true)).toBeNull();
  expect(await reducePlan(source, plan, false, wanted)).not.toBeNull();
  source.close();
});

test('a helper that never answers costs time only, and is not asked again until it does', async () => {
  const source = openPixels(await largePhoto(), false);
  const rect = { x: 0, y: 0, width, height };
  const plan = planResample(rect, source, { widthPx: 400, heightPx: 400 });
  const { share: _, ...alone } = source;
  const expected = await reducePlan(alone, plan, false, wanted);
  const { port1, port2 } = new MessageChannel();
  const asked = vi.fn<(event: MessageEvent) => void>();
  port2.addEventListener('message', asked);
  port2.start();
  connectHelper(port1);
  expect(await reducePlan(source, plan, false, wanted)).toEqual(expected);
  expect(readyHelper()).toBeNull();
  expect(await reducePlan(source, plan, false, wanted)).toEqual(expected);
  const requests = asked.mock.calls.map(([{ data }]) => data).filter((data) => 'id' in data);
  expect(requests).toHaveLength(1);
  port2.postMessage({ id: requests[0].id, made: null });
  await vi.waitFor(() => expect(readyHelper()).not.toBeNull());
  beHelped();
  source.close();
});
