import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openStudio } from './playwright-page.ts';
import type { World } from './world.ts';

export type FieldName = 'Name' | 'Bio' | 'Location' | 'Website';

export const field = (page: Page, name: FieldName) => page.getByLabel(name, { exact: true });

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

export const status = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor();

/** Opens the tab and waits until the profile has been read. */
export const openProfile = async (
  { browser }: World,
  file: 'studio.html' | 'popup.html' = 'studio.html',
) => {
  const { page } = await openStudio(browser, file);
  if (file === 'popup.html') await page.setViewportSize({ width: 400, height: 600 });
  await page.getByRole('tab', { name: 'Profile', exact: true }).click();
  return page;
};

export const save = (page: Page) => button(page, 'Save profile').click();

/** The forms of all changes that reached X, decoded. */
export const sentForms = ({ control }: World): readonly Record<string, string>[] =>
  control.wire
    .requests()
    .filter(({ path }) => path.includes('update_profile.json'))
    .map(({ body }) => Object.fromEntries(new URLSearchParams(Buffer.from(body).toString())));

export const valueOf = (page: Page, name: FieldName): Promise<string> =>
  field(page, name).inputValue();

/** A picture of the tab for people to look at, where FACELIFT_SHOTS names a folder for them. */
export const keepShot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['FACELIFT_SHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `profile-${name}.png`) });
};
