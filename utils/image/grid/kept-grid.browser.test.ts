import { beforeAll, expect, test, vi } from 'vitest';
import { openPixels } from '../read/open-pixels.ts';
import { reducePlan } from '../reduce-plan.ts';
import { planResample } from '../resample/plan.ts';
import { connectHelper } from '../strips/helper.ts';
import { joinHelper } from '../strips/join-helper.ts';
import type { HelperPort } from '../strips/messages.ts';
import { fileOf, photoPixels } from '../testing/pictures.ts';
import { reduceGrid } from './box-grid.ts';
import { gridFor, keepAhead } from './kept-grid.ts';

// No multiples of two or three, so that the last boxes are narrower than the others.
const [width, height] = [1703, 1301];
const wanted = (): boolean => false;

beforeAll(() => {
  // This page in the place of a picture worker.
  joinHelper({ postMessage: ({ helper }: HelperPort) => connectHelper(helper) });
});

const photo = async (): Promise<ImageBitmap> =>
  createImageBitmap(await fileOf(photoPixels(width, height), width, 'image/jpeg'));

const size = { widthPx: 110, heightPx: 110 };

test('frames made from kept sums have the very values that reading the pixels gives', async () => {
  const bitmap = await photo();
  const source = openPixels(bitmap, false);
  const planOf = (x: number, y: number, edge: number) =>
    planResample({ x, y, width: edge, height: edge }, source, size);
  const first = planOf(200, 0, 1301);
  expect(first.boxWidth).toBe(3);
  expect(gridFor(bitmap, first)).toBeNull();
  await keepAhead(bitmap);
  // The same size, panned and to the edges; a little smaller; and small enough for other boxes.
  for (const plan of [
    first,
    planOf(402, 0, 1301),
    planOf(11.3, 7.7, 1160),
    planOf(500, 301, 1000),
  ]) {
    const grid = gridFor(bitmap, plan);
    expect(grid).not.toBeNull();
    if (grid === null) continue;
    const kept = await reduceGrid(grid, plan, wanted);
    expect(kept).toEqual(await reducePlan(source, plan, false, wanted));
  }
  source.close();
});

test('boxes of one pixel are not kept', async () => {
  const bitmap = await photo();
  const rect = { x: 0, y: 0, width: 300, height: 300 };
  const plan = planResample(rect, { widthPx: width, heightPx: height }, size);
  expect(gridFor(bitmap, plan)).toBeNull();
  await keepAhead(bitmap);
  expect(gridFor(bitmap, plan)).toBeNull();
});

test('a reduction that is not wanted any more stops', async () => {
  const bitmap = await photo();
  const rect = { x: 0, y: 0, width: 1301, height: 1301 };
  const plan = planResample(rect, { widthPx: width, heightPx: height }, size);
  gridFor(bitmap, plan);
  await keepAhead(bitmap);
  const grid = gridFor(bitmap, plan);
  const isStale = vi.fn<() => boolean>(() => true);
  expect(grid && (await reduceGrid(grid, plan, isStale))).toBeNull();
  expect(isStale).toHaveBeenCalledOnce();
});
