import { browser } from 'wxt/browser';

const isTabInFront = async (tabId: number): Promise<boolean> => {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.active === true;
};

/** Chrome's background has no windows of its own to look through; Firefox's has. */
const isOneInFrontByContexts = async (): Promise<boolean> => {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['POPUP', 'TAB'] });
  if (contexts.some(({ contextType }) => contextType === 'POPUP')) return true;
  const inFront = await Promise.all(contexts.map(({ tabId }) => isTabInFront(tabId)));
  return inFront.includes(true);
};

/**
 * Whether somebody has a page of the extension before their eyes: the popup, or a tab that is not behind
 * another one. Asked by the background. Never rejects; false where the browser does not tell.
 */
export const isOwnPageInFront = async (): Promise<boolean> => {
  try {
    // Chrome 116 and later; Firefox (ESR 153) has views instead.
    if (typeof browser.runtime.getContexts === 'function') return await isOneInFrontByContexts();
    const views = browser.extension.getViews() as unknown as readonly (typeof globalThis)[];
    return views.some((view) => view !== self && view.document.visibilityState === 'visible');
  } catch {
    return false;
  }
};
