import { browser } from 'wxt/browser';
import { privateMark } from './private-context.ts';

/** What the studio is opened for: an account by its handle, a picture that was handed over, or one's sizes. */
export interface StudioTarget {
  readonly handle?: string;
  readonly handoffId?: string;
  /** A picture's address whose sizes are to be shown. */
  readonly sizesOf?: string;
  /** Opened from a private window. */
  readonly isPrivate?: boolean;
}

/** Opens the wide studio in a new tab beside the current one. */
export const openStudio = async (target: StudioTarget = {}): Promise<void> => {
  const { handle, handoffId, sizesOf, isPrivate } = target;
  const query = new URLSearchParams({
    ...(handle !== undefined && { for: handle }),
    ...(handoffId !== undefined && { handoff: handoffId }),
    ...(sizesOf !== undefined && { sizes: sizesOf }),
    ...(isPrivate && { [privateMark]: '1' }),
  }).toString();
  const url = `${browser.runtime.getURL('/studio.html')}${query && `?${query}`}` as const;
  // Without any window there is nothing to put a tab into: the menu can be used from such places too.
  await browser.tabs.create({ url }).catch(() => browser.windows.create({ url }));
};

/** Reads back what the studio was opened for. */
export const studioTargetOf = (search: string): StudioTarget => {
  const query = new URLSearchParams(search);
  const handle = query.get('for');
  const handoffId = query.get('handoff');
  const sizesOf = query.get('sizes');
  return {
    ...(handle && { handle }),
    ...(handoffId && { handoffId }),
    ...(sizesOf && { sizesOf }),
    ...(query.has(privateMark) && { isPrivate: true }),
  };
};

/** Opens a page of the web in a new tab. */
export const openTab = async (url: string): Promise<void> => {
  await browser.tabs.create({ url }).catch(() => browser.windows.create({ url }));
};

/** Opens the options page. */
export const openOptions = async (): Promise<void> => browser.runtime.openOptionsPage();
