import { browser } from 'wxt/browser';
import type { PictureKind } from '../domain/picture.ts';
import { privateMark } from './private-context.ts';

/** What the studio is opened for: an account by its handle, a picture that was handed over, or one's sizes. */
export interface StudioTarget {
  readonly handle?: string;
  readonly handoffId?: string;
  /** What it is to make; left out: an avatar. */
  readonly kind?: PictureKind;
  /** A picture's address whose sizes are to be shown. */
  readonly sizesOf?: string;
  /** Opened from a private window. */
  readonly isPrivate?: boolean;
}

/**
 * Opens a page in an ordinary window, even where the window in front is a private one: Firefox (ESR 153)
 * gives pages of extensions no database in there, and Chrome shows them in an ordinary window by itself.
 */
const openOutside = async (url: string): Promise<void> => {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const ordinary = windows.findLast(({ incognito, id }) => !incognito && id !== undefined);
  if (ordinary?.id === undefined) {
    await browser.windows.create({ url, incognito: false });
    return;
  }
  await browser.tabs.create({ url, windowId: ordinary.id });
  await browser.windows.update(ordinary.id, { focused: true });
};

/** Opens the wide studio in a new tab beside the current one; for a private window in an ordinary one. */
export const openStudio = async (target: StudioTarget = {}): Promise<void> => {
  const { handle, handoffId, kind, sizesOf, isPrivate } = target;
  const query = new URLSearchParams({
    ...(handle !== undefined && { for: handle }),
    ...(handoffId !== undefined && { handoff: handoffId }),
    ...(kind === 'banner' && { kind }),
    ...(sizesOf !== undefined && { sizes: sizesOf }),
    ...(isPrivate && { [privateMark]: '1' }),
  }).toString();
  const url = `${browser.runtime.getURL('/studio.html')}${query && `?${query}`}` as const;
  if (isPrivate) return openOutside(url);
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
    ...(query.get('kind') === 'banner' && { kind: 'banner' as const }),
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

/**
 * From the popup over a private window of Firefox, which cannot store anything: opens the studio in an
 * ordinary window instead, marked as private. False where the popup can work itself.
 */
export const leavePrivatePopup = (): boolean => {
  if (!browser.extension.inIncognitoContext) return false;
  void openStudio({ isPrivate: true }).then(() => window.close());
  return true;
};
