import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { frame, last, openFramed, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

describe('framing', () => {
  const zoom = () => page.getByRole('slider', { name: 'Zoom' });

  test('by keyboard, and told to those who listen', async () => {
    const fake = await openFramed();
    frame().element().focus();
    await userEvent.keyboard('+++{Shift>}{ArrowRight}{/Shift}');
    await expect.element(zoom()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^133/));
    await expect.element(page.getByText(/^Zoom 133\s%, centred \d+/)).toBeInTheDocument();
    await expect.poll(() => last(fake.log.rects).width).toBeCloseTo(800 / 1.331, 3);
    const rect = last(fake.log.rects);
    expect(rect.x).toBeCloseTo(600 - rect.width / 2 - rect.width / 10, 3);
    await userEvent.keyboard('0');
    await expect.element(zoom()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^100/));
  });

  test('by slider and buttons', async () => {
    await openFramed();
    await expect.element(page.getByRole('button', { name: 'Zoom out' })).toBeDisabled();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.element(zoom()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^125/));
    zoom().element().focus();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByRole('button', { name: 'Zoom in' })).toBeDisabled();
    await page.getByRole('button', { name: 'Fit' }).click();
    await expect.element(zoom()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^100/));
  });

  test('by dragging: the picture follows the pointer', async () => {
    const fake = await openFramed();
    const surface = frame().element();
    const at = (type: string, clientX: number, clientY: number) =>
      surface.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, button: 0, clientX, clientY, bubbles: true }),
      );
    // Made-up pointers cannot be captured.
    surface.setPointerCapture = () => undefined;
    const scale = (surface.clientHeight - 28) / 800;
    at('pointerdown', 100, 100);
    at('pointermove', 120, 100);
    at('pointermove', 130, 90);
    at('pointerup', 130, 90);
    await expect.poll(() => last(fake.log.rects).x).toBeCloseTo(200 - 30 / scale, 0);
    expect(last(fake.log.rects).y).toBe(0);
  });

  test('by two fingers: what is between them stays between them', async () => {
    const fake = await openFramed();
    const surface = frame().element();
    surface.setPointerCapture = () => undefined;
    const edge = surface.getBoundingClientRect();
    const middleX = edge.left + edge.width / 2;
    const middleY = edge.top + edge.height / 2;
    const at = (type: string, pointerId: number, offset: number) =>
      surface.dispatchEvent(
        new PointerEvent(type, {
          pointerId,
          button: 0,
          clientX: middleX + offset,
          clientY: middleY,
          bubbles: true,
        }),
      );
    at('pointerdown', 1, -40);
    at('pointerdown', 2, 40);
    at('pointermove', 1, -80);
    at('pointermove', 2, 80);
    at('pointerup', 1, -80);
    at('pointerup', 2, 80);
    await expect.poll(() => last(fake.log.rects).width).toBeCloseTo(400, 0);
    expect(last(fake.log.rects).x).toBeCloseTo(400, 0);
    expect(last(fake.log.rects).y).toBeCloseTo(200, 0);
  });

  test('by wheel, at the pointer', async () => {
    const fake = await openFramed();
    const surface = frame().element();
    const edge = surface.getBoundingClientRect();
    const clientX = edge.left + edge.width / 2;
    const wheel = (deltaY: number) =>
      surface.dispatchEvent(
        new WheelEvent('wheel', { deltaY, clientX, clientY: edge.top + 14, cancelable: true }),
      );
    expect(wheel(-200)).toBe(false);
    wheel(-200);
    await expect.poll(() => last(fake.log.rects).width).toBeLessThan(500);
    // The upper edge of the frame was pointed at: it stays on the upper edge of the picture.
    expect(last(fake.log.rects).y).toBeCloseTo(0, 3);
  });

  test('quickly: files for frames already left behind are stopped', async () => {
    const fake = await openFramed();
    frame().element().focus();
    const before = fake.log.rects.length;
    // Pressed in one go: how fast a test's keyboard types says nothing about a person's.
    const press = (key: string) =>
      frame()
        .element()
        .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    for (let count = 0; count < 8; count += 1) {
      press('+');
      await new Promise(requestAnimationFrame);
    }
    await expect.poll(() => last(fake.log.rects).width).toBeCloseTo(800 / 1.1 ** 8, 3);
    expect(fake.log.rects.length).toBeLessThan(before + 8);
    press('-');
    await expect.poll(() => last(fake.log.rects).width).toBeCloseTo(800 / 1.1 ** 7, 3);
    expect(fake.log.aborted).toBeGreaterThan(0);
  });

  test('keeps the previews standing while the next file is made', async () => {
    await openFramed();
    const preview = page.getByAltText('As X shows it at 73 pixels');
    const image = preview.element();
    const shown = [image.getAttribute('src')];
    const watcher = new MutationObserver(() => shown.push(image.getAttribute('src')));
    watcher.observe(image, { attributeFilter: ['src'] });
    frame().element().focus();
    await userEvent.keyboard('+');
    await expect.poll(() => shown.length).toBeGreaterThan(1);
    // The one before stood until this one was there, in the same place.
    expect(new Set(shown).size).toBe(shown.length);
    for (const address of shown) expect(address).toMatch(/^blob:/);
    expect(preview.element()).toBe(image);
    watcher.disconnect();
  });
});
