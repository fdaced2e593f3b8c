import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { pictureFile } from '../testing/fake-pictures.ts';
import {
  choose,
  close,
  frame,
  open,
  openFramed,
  swapButton,
  useEmptyPage,
} from '../testing/open-studio.tsx';

useEmptyPage();

const transferOf = (file: File): DataTransfer => {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer;
};

describe('bringing a picture', () => {
  test('by choosing a file: frame, previews, facts and an enabled button', async () => {
    await openFramed();
    await expect.element(frame()).toBeVisible();
    for (const sizePx of [24, 48, 73, 128]) {
      await expect
        .element(page.getByAltText(`As X shows it at ${sizePx} pixels`))
        .toHaveAttribute('src', expect.stringMatching(/^blob:/));
    }
    await expect.element(page.getByText(/^from 1200 × 800 · PNG/)).toBeVisible();
    await expect.element(page.getByText('Location and camera data removed')).toBeVisible();
    await expect.element(swapButton()).toBeEnabled();
  });

  test('by dropping a file anywhere', async () => {
    await open();
    const dataTransfer = transferOf(await pictureFile());
    document.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true }));
    await expect.element(page.getByText('Drop to use this picture')).toBeVisible();
    document.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
    await expect.element(frame()).toBeVisible();
    await expect.element(page.getByText('Drop to use this picture')).not.toBeInTheDocument();
  });

  test('by pasting', async () => {
    await open();
    const clipboardData = transferOf(await pictureFile());
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    await expect.element(frame()).toBeVisible();
  });

  test('by right-click, or a clear word when that picture could not be had', async () => {
    await open(
      {},
      Promise.resolve({ ok: true, blob: await pictureFile(), from: 'https://a.example/p' }),
    );
    await expect.element(frame()).toBeVisible();
    close();
    await open({}, Promise.resolve({ ok: false, from: 'https://a.example/p.png' }));
    const alert = page.getByRole('alert');
    await expect.element(alert).toMatchTextContent('a.example');
    await expect.element(alert).toMatchTextContent('Copy the image and paste it here.');
  });

  test('nothing on the clipboard, and nothing in a drop, is said', async () => {
    await open();
    const empty = new DataTransfer();
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: empty, bubbles: true }));
    await expect.element(page.getByRole('alert')).toMatchTextContent('no picture on the clipboard');
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: empty, bubbles: true }));
    await expect.element(page.getByRole('alert')).toMatchTextContent('no picture file');
  });

  test('a file that is no picture leaves the one before in place', async () => {
    const fake = await openFramed();
    await choose(new File(['words'], 'notes.png', { type: 'image/png' }));
    await expect.element(page.getByRole('alert')).toMatchTextContent('This file is not a picture.');
    await expect.element(frame()).toBeVisible();
    await expect.element(swapButton()).toBeEnabled();
    expect(fake.log.closed).toBe(0);
    await page.getByRole('button', { name: 'Close message' }).click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('a second picture takes the place of the first, which is let go', async () => {
    const fake = await openFramed();
    await choose(await pictureFile(500, 900));
    await expect.element(page.getByText(/^from 500 × 900/)).toBeVisible();
    await expect.poll(() => fake.log.closed).toBe(1);
    close();
    await expect.poll(() => fake.log.closed).toBe(2);
  });

  test('leaves the keyboard in the frame when the button it came from is gone', async () => {
    await open();
    page.getByLabelText('Choose image').element().focus();
    await choose(await pictureFile());
    await expect.element(frame()).toHaveFocus();
  });

  test('a small picture is said to be small', async () => {
    await open();
    await choose(await pictureFile(260, 180));
    await expect.element(page.getByText(/Only 180 × 180 pixels in the frame/)).toBeVisible();
  });
});
