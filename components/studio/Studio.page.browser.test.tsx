import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { someAccount, someJob } from '../testing/fake-ports.ts';
import {
  frame,
  open,
  openFramed,
  studioRoot,
  swapButton,
  useEmptyPage,
} from '../testing/open-studio.tsx';

useEmptyPage();

describe('accounts', () => {
  test('none yet: one can frame, and is shown the way to add one', async () => {
    const fake = await openFramed({ accounts: [] });
    await expect.element(swapButton()).toBeDisabled();
    await expect.element(swapButton()).toHaveAccessibleDescription('Add an account to send it to.');
    await page.getByRole('button', { name: 'Add your X account' }).click();
    await expect.poll(() => fake.calls).toEqual(['options']);
  });

  test('several: the choice decides whose swap is shown', async () => {
    const accounts = [someAccount(), someAccount({ id: '2', handle: 'bo_bakes' })];
    await open({ accounts, jobs: [someJob({ accountId: '2', state: 'live', liveUrl: 'data:,' })] });
    expect(page.getByRole('status').element().textContent).toBe('');
    await page.getByRole('button', { name: 'Account: @ada_paints' }).click();
    await page.getByRole('button', { name: 'Only @bo_bakes' }).click();
    await expect.element(page.getByRole('status')).toMatchTextContent('Live');
  });
});

describe('names and roles', () => {
  test('are there for those who cannot see the page', async () => {
    await openFramed();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Facelift' })).toBeVisible();
    await expect
      .element(page.getByRole('tab', { name: 'Avatar' }))
      .toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByRole('tabpanel', { name: 'Avatar' })).toBeVisible();
    await expect.element(frame()).toHaveAccessibleDescription(/Arrow keys.*Plus and minus/);
    expect(page.getByLabelText('Choose image').element().getAttribute('type')).toBe('file');
    expect(studioRoot().querySelectorAll('[role="status"]')).toHaveLength(1);
    const unnamed = [...studioRoot().querySelectorAll('button')].filter(
      (button) => !button.textContent?.trim() && !button.getAttribute('aria-label'),
    );
    expect(unnamed).toEqual([]);
  });

  test('nothing to choose from is smaller than 24 pixels', async () => {
    await openFramed();
    for (const control of studioRoot().querySelectorAll('button, .button, select')) {
      if (!control.checkVisibility()) continue;
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });
});
