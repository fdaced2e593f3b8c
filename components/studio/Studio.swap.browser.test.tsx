import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pictureFile } from '../testing/fake-pictures.ts';
import { someJob } from '../testing/fake-ports.ts';
import {
  choose,
  frame,
  last,
  open,
  openFramed,
  studioRoot,
  swapButton,
  useEmptyPage,
} from '../testing/open-studio.tsx';

useEmptyPage();

describe('swapping', () => {
  const status = () => page.getByRole('status');
  const bar = () => page.getByRole('progressbar');

  test('goes step by step to Live', async () => {
    const fake = await openFramed();
    await swapButton().click();
    await expect.element(bar()).toHaveAttribute('aria-valuetext', 'Uploading');
    await expect.element(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
    const accepted = (dueInMs: number) =>
      someJob({
        state: 'accepted',
        acceptedAtMs: Date.now(),
        dueAtMs: Date.now() + dueInMs,
      });
    fake.jobs.set([accepted(60_000)]);
    await expect.element(bar()).toHaveAttribute('aria-valuetext', 'X is processing');
    await expect.element(status()).toMatchTextContent('X is processing');
    fake.jobs.set([accepted(400)]);
    await expect.element(bar()).toHaveAttribute('aria-valuetext', 'Checking');
    expect(status().element().textContent).not.toContain('Live');
    fake.jobs.set([someJob({ state: 'live', liveUrl: 'data:,' })]);
    await expect.element(status()).toHaveTextContent('Live');
    await expect.element(status()).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'See @ada_paints on X' }))
      .toHaveAttribute('href', 'https://x.com/ada_paints');
    expect(fake.started).toHaveLength(1);
  });

  test('sends what is framed even when pressed before that file is ready', async () => {
    const fake = await openFramed();
    frame().element().focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    studioRoot().querySelector<HTMLButtonElement>('.action__buttons .button')?.click();
    await expect.poll(() => fake.started.length).toBe(1);
    const image = await createImageBitmap(last(fake.started).blob);
    const context = new OffscreenCanvas(400, 400).getContext('2d');
    context?.drawImage(image, 0, 0);
    // The picture went right by a tenth: the left colour reaches 40 pixels past the middle.
    const [red = 0, green = 255] = context?.getImageData(225, 100, 1, 1).data ?? [];
    expect(red).toBeGreaterThan(green + 60);
  });

  test('waits for a word where the browser alters what is read, and asks once', async () => {
    const fake = await openFramed({ readBack: 'altered' });
    const alert = page.getByRole('alert');
    await expect.element(alert).toMatchTextContent('This browser alters pictures');
    await expect.element(swapButton()).toBeDisabled();
    await page.getByRole('button', { name: 'Go on all the same' }).click();
    await expect.element(alert).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement?.className).toBe('action-area');
    await choose(await pictureFile(800, 800));
    await expect.element(page.getByText(/^from 800 × 800/)).toBeVisible();
    await expect.element(alert).not.toBeInTheDocument();
    await swapButton().click();
    await expect.poll(() => fake.started.length).toBe(1);
  });

  test('tells that X is asked whether it has the picture, and what comes then', async () => {
    const checkUntilMs = Date.now() + 60_000;
    const fake = await open({ jobs: [someJob({ state: 'checking', checkUntilMs, attempts: 1 })] });
    await expect.element(page.getByText(/^Checking whether X already has it\.$/)).toBeVisible();
    await expect.element(page.getByText(/Facelift sends it again by itself/)).toBeVisible();
    await expect.element(status()).toHaveTextContent('Checking whether X already has it');
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(fake.calls).toEqual(['cancel job-1']);
  });

  test('stops on Cancel', async () => {
    const fake = await openFramed({ jobs: [someJob({ state: 'sending' })] });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => fake.calls).toEqual(['cancel job-1']);
    fake.jobs.set([someJob({ state: 'cancelled' })]);
    await expect.element(swapButton()).toBeEnabled();
  });

  test('tells a failure in plain words, offers another try, keeps the codes under Details', async () => {
    const error = {
      kind: 'tokenRevoked',
      status: 401,
      code: 89,
      message: 'Invalid token.',
    } as const;
    const fake = await open({
      jobs: [someJob({ state: 'failed', failure: { kind: 'api', error } })],
    });
    const alert = page.getByRole('alert');
    await expect.element(alert).toMatchTextContent('The access token for this account has expired');
    await expect.element(page.getByText('Invalid token.')).not.toBeVisible();
    await page.getByText('Details').click();
    await expect.element(page.getByText('Invalid token.')).toBeVisible();
    await page.getByRole('button', { name: 'Open settings' }).click();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => fake.calls).toEqual(['options', 'retry job-1']);
    expect(page.getByRole('status').element().textContent).toBe('');
  });

  test('a finished swap is still told after coming back, and gives way to the next picture', async () => {
    await open({ jobs: [someJob({ state: 'live', liveUrl: 'data:,' })] });
    await expect.element(page.getByRole('status')).toMatchTextContent('Live');
    await choose(await pictureFile());
    await expect.element(swapButton()).toBeEnabled();
    await expect.element(page.getByRole('status')).toHaveTextContent('');
  });

  test('keeps the keyboard when the button gives way to the progress', async () => {
    await openFramed();
    swapButton().element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(bar()).toBeVisible();
    await expect.poll(() => document.activeElement?.className).toBe('action-area');
  });
});
