import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { frame, last, openFramed, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

const tool = (name: string) => page.getByRole('button', { name, exact: true });
const straightenSlider = () => page.getByRole('slider', { name: 'Straighten' });

/** The colour in a corner of the finished file: tells how the four quarters lie. */
const cornerOf = async (blob: Blob, x: number, y: number): Promise<string> => {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d');
  context?.drawImage(await createImageBitmap(blob), -x, -y);
  const [red = 0, green = 0, blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
  if (red > 150 && green > 150) return 'yellow';
  return red > 150 ? 'red' : green > 130 ? 'green' : blue > 150 ? 'blue' : 'none';
};

describe('turning and flipping', () => {
  test('by a quarter: the file is turned as the frame is', async () => {
    const fake = await openFramed();
    await tool('Turn right').click();
    await expect.poll(() => last(fake.log.requests).frame?.angleDeg).toBe(90);
    await expect.element(page.getByText(/turned 90° clockwise/)).toBeInTheDocument();
    const shown = page.getByAltText('As X shows it at 73 pixels');
    await expect
      .poll(async () => {
        const file = await (await fetch(shown.element().getAttribute('src') ?? '')).blob();
        // Red lay at the upper left, blue below it: a quarter clockwise, blue is at the upper left.
        return cornerOf(file, 20, 20);
      })
      .toBe('blue');
  });

  test('by keys in the frame, and told', async () => {
    const fake = await openFramed();
    frame().element().focus();
    await userEvent.keyboard('h..');
    await expect
      .element(page.getByText(/straightened \+1°, flipped left to right/))
      .toBeInTheDocument();
    await expect
      .poll(() => last(fake.log.requests).frame)
      .toMatchObject({ angleDeg: 1, flipX: true, flipY: false });
    expect(last(fake.log.requests).frame?.width).toBeLessThan(800);
  });

  test('by the straighten slider: tenths by keys, Shift for degrees, 0 is level', async () => {
    const fake = await openFramed();
    await tool('Straighten').click();
    await expect.element(tool('Straighten')).toHaveAttribute('aria-pressed', 'true');
    straightenSlider().element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}{PageUp}');
    await expect.poll(() => last(fake.log.requests).frame?.angleDeg).toBe(6.2);
    await userEvent.keyboard('0');
    await expect.poll(() => last(fake.log.requests).frame).toBeUndefined();
    expect(last(fake.log.rects)).toEqual({ x: 200, y: 0, width: 800, height: 800 });
  });
});

describe('undo and redo', () => {
  test('by button and by keys; a burst of keys is one step', async () => {
    const fake = await openFramed();
    await expect.element(tool('Undo')).toHaveAttribute('aria-disabled', 'true');
    await tool('Turn right').click();
    frame().element().focus();
    await userEvent.keyboard('+++');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => last(fake.log.requests).frame?.width).toBe(800);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => last(fake.log.requests).frame).toBeUndefined();
    await expect.element(tool('Undo')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await tool('Redo').click();
    await expect.poll(() => last(fake.log.requests).frame?.width).toBeCloseTo(800 / 1.331, 3);
  });

  test('a drag with a rest in it is one step', async () => {
    const fake = await openFramed();
    const surface = frame().element();
    surface.setPointerCapture = () => undefined;
    const at = (type: string, clientX: number) =>
      surface.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, button: 0, clientX, clientY: 100, bubbles: true }),
      );
    at('pointerdown', 100);
    at('pointermove', 110);
    await new Promise((resolve) => setTimeout(resolve, 800));
    at('pointermove', 130);
    at('pointerup', 130);
    await expect.poll(() => last(fake.log.rects).x).toBeLessThan(200);
    await tool('Undo').click();
    await expect.poll(() => last(fake.log.rects).x).toBe(200);
  });

  test('reset goes back to the start, and can itself be undone', async () => {
    const fake = await openFramed();
    await tool('Flip top to bottom').click();
    await expect.poll(() => last(fake.log.requests).frame?.flipY).toBe(true);
    await tool('Reset').click();
    await expect.poll(() => last(fake.log.requests).frame).toBeUndefined();
    await tool('Undo').click();
    await expect.poll(() => last(fake.log.requests).frame?.flipY).toBe(true);
  });
});
