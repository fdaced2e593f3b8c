import type { Page } from 'playwright-core';
import type { SandboxControl } from '../../sandbox/control.ts';
import { openStudio } from './playwright-page.ts';
import type { World } from './world.ts';

export const person = ({ world }: SandboxControl, handle: string) => {
  const found = world.userByHandle(handle);
  if (!found) throw new Error(`The sandbox has ${handle}`);
  return found;
};
export const avatarOf = (control: SandboxControl, handle: string): string =>
  control.world.avatarUrl(person(control, handle), 'normal');

export const status = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor();
export const items = (page: Page, kind: 'avatar' | 'banner') =>
  page.getByRole('list', { name: `Sizes of the ${kind}` }).getByRole('listitem');
export const item = (page: Page, name: string) => page.locator(`[data-entry="${name}"]`);

export const ask = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Handle or picture address').fill(text);
  await page.keyboard.press('Enter');
};

export const openSizes = async (
  { browser }: World,
  file: 'studio.html' | 'popup.html' = 'studio.html',
) => {
  const { page } = await openStudio(browser, file);
  if (file === 'popup.html') await page.setViewportSize({ width: 400, height: 600 });
  await page.getByRole('tab', { name: 'Sizes', exact: true }).click();
  return page;
};
