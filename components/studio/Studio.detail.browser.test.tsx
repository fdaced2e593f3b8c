import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { boxOnStage, createCrop, fit, sourceToStage, zoomTo } from '../../utils/domain/crop.ts';
import type { DetailRequest } from '../../utils/domain/picture.ts';
import { ok } from '../../utils/domain/result.ts';
import { openPicture } from '../../utils/image/open-picture.ts';
import { fileOf, paintPixels } from '../../utils/image/testing/pictures.ts';
import type { StudioPorts } from '../studio-ports.ts';
import { choose, frame, open, studioRoot, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

const size = { widthPx: 6000, heightPx: 4000 };
const isWhite = (x: number, y: number): boolean => (x + y) % 2 === 0;

/** 24 megapixels of single black and white pixels: the preview of it is one grey. */
const checker = async (): Promise<File> => {
  const pixels = paintPixels(6000, 4000, (x, y) => (isWhite(x, y) ? [255, 255, 255] : [0, 0, 0]));
  return new File([await fileOf(pixels, 6000)], 'checker.png', { type: 'image/png' });
};

interface Asked {
  readonly requests: DetailRequest[];
  readonly given: ImageBitmap[];
}

/** Real pictures whose details are written down. */
const watched = (asked: Asked): StudioPorts['openPicture'] => {
  return async (source, signal) => {
    const result = await openPicture(source, signal);
    if (!result.ok) return result;
    const picture = result.value;
    return ok({
      ...picture,
      detail: async (request: DetailRequest, stop: AbortSignal) => {
        asked.requests.push(request);
        const detail = await picture.detail(request, stop);
        if (detail.ok) asked.given.push(detail.value);
        return detail;
      },
    });
  };
};

const openChecker = async (): Promise<Asked> => {
  const asked: Asked = { requests: [], given: [] };
  await open({ openPicture: watched(asked) });
  await choose(await checker());
  await expect.element(page.getByText(/^400 × 400/)).toBeVisible();
  await expect.poll(contrast).toBeLessThan(40);
  return asked;
};

const canvas = (): HTMLCanvasElement => {
  const found = studioRoot().querySelector<HTMLCanvasElement>('.stage__canvas');
  if (!found) throw new Error('no canvas');
  return found;
};

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/**
 * As close as it goes, by one key. A rest on the way there would be answered with a detail for that zoom,
 * which does for the closest one too when it is little coarser.
 */
const zoomIn = async (): Promise<void> => {
  page.getByRole('slider', { name: 'Zoom' }).element().focus();
  await userEvent.keyboard('{End}');
  frame().element().focus();
};

/** Pulls the picture by half a frame at once, too far for what is at hand. */
const pullFar = (): void => {
  const surface = frame().element();
  const at = (type: string, clientX: number) =>
    surface.dispatchEvent(
      new PointerEvent(type, { pointerId: 1, button: 0, clientX, clientY: 100, bubbles: true }),
    );
  // Made-up pointers cannot be captured.
  surface.setPointerCapture = () => undefined;
  at('pointerdown', 100);
  at('pointermove', 100 + surface.clientWidth / 2);
  at('pointerup', 100 + surface.clientWidth / 2);
};

/** How much the brightness differs in the middle of the frame, 0 to 255; NaN while nothing is drawn there. */
const contrast = (): number => {
  const { width, height } = canvas();
  const context = canvas().getContext('2d');
  const { data } = context!.getImageData(width / 2 - 30, height / 2 - 30, 60, 60);
  if (data[3] !== 255) return NaN;
  const greens = data.filter((_, at) => at % 4 === 1);
  return Math.max(...greens) - Math.min(...greens);
};

/** The colour drawn where a source pixel's middle lies, at the closest zoom with the middle in view. */
const drawnAt = (x: number, y: number): number => {
  const crop = createCrop(size, 1, 400);
  const stage = { width: canvas().clientWidth, height: canvas().clientHeight };
  const view = zoomTo(crop, fit(crop), crop.maxZoom);
  const [a, b, c, d, e, f] = sourceToStage(crop, view, boxOnStage(stage, 1, 14));
  const [u, v] = [x + 0.5, y + 0.5];
  const density = canvas().width / stage.width;
  const [left, top] = [(a * u + c * v + e) * density, (b * u + d * v + f) * density];
  const data = canvas().getContext('2d')!.getImageData(left, top, 1, 1).data;
  return data[1] ?? 0;
};

test('close up, the frame shows the true pixels of a large picture, each in its place', async () => {
  await openChecker();
  await zoomIn();
  await expect.poll(contrast).toBeGreaterThan(200);
  for (let step = -20; step <= 20; step += 1) {
    const [x, y] = [3000 + step, 2000 + ((step * 7) % 11)];
    expect(Math.abs(drawnAt(x, y) - (isWhite(x, y) ? 255 : 0))).toBeLessThan(85);
  }
});

test('asks once the picture rests, stays sharp while it is moved, and gives back what it had', async () => {
  const asked = await openChecker();
  await zoomIn();
  await expect.poll(contrast).toBeGreaterThan(200);
  const before = asked.given.length;
  // Small steps, faster than a rest: what is at hand goes along.
  for (let step = 0; step < 20; step += 1) {
    const key = step % 2 === 0 ? 'ArrowRight' : 'ArrowLeft';
    frame()
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await nextFrame();
    await nextFrame();
    expect(contrast()).toBeGreaterThan(200);
  }
  expect(asked.given).toHaveLength(before);
  pullFar();
  await expect.poll(() => asked.given.length).toBe(before + 1);
  await expect.poll(contrast).toBeGreaterThan(200);
  await userEvent.keyboard('0');
  await expect.poll(() => asked.given.every(({ width }) => width === 0)).toBe(true);
  await expect.poll(contrast).toBeLessThan(40);
});
