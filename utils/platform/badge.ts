import { browser } from 'wxt/browser';
import type { SwapBadge } from '../domain/swap-badge.ts';

interface Look {
  readonly text: string;
  readonly color: string;
  /** What the icon is called meanwhile, for those who hear it. */
  readonly title: string;
}

const looks: Record<SwapBadge, Look> = {
  busy: { text: '…', color: '#0b7a68', title: 'Facelift: a swap is under way' },
  locked: { text: '?', color: '#8a5a00', title: 'Facelift: unlock to finish a swap' },
  failed: { text: '!', color: '#b3261e', title: 'Facelift: a swap did not go through' },
  none: { text: '', color: '#0b7a68', title: 'Facelift' },
};

/** Shows on the toolbar icon how swaps stand. Never rejects: a badge is a courtesy. */
export const showBadge = async (badge: SwapBadge): Promise<void> => {
  const { text, color, title } = looks[badge];
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title }),
  ]).catch(() => undefined);
};
