import { browser } from 'wxt/browser';
import type { SwapBadge } from '../domain/swap-badge.ts';

const looks: Record<SwapBadge, { readonly text: string; readonly color: string }> = {
  busy: { text: '…', color: '#0b7a68' },
  failed: { text: '!', color: '#b3261e' },
  none: { text: '', color: '#0b7a68' },
};

/** Shows on the toolbar icon how swaps stand. Never rejects: a badge is a courtesy. */
export const showBadge = async (badge: SwapBadge): Promise<void> => {
  const { text, color } = looks[badge];
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
  ]).catch(() => undefined);
};
