import { browser } from 'wxt/browser';

/** What the browser says of whoever sent a message. Nothing in it comes from the sender. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly incognito?: boolean | undefined }
    | undefined;
}

/** Sites whose pages have the extension's content script. */
const pageOrigins: ReadonlySet<string> = new Set(['https://x.com', 'https://twitter.com']);

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);

/** A popup has no frame number in some browsers; an own page inside another page always has one. */
const isTopFrame = ({ frameId }: Sender): boolean => frameId === undefined || frameId === 0;

/** Where both are told, address and origin must agree: a sandboxed frame keeps its address only. */
const agrees = (sender: Sender, origin: string | null): boolean =>
  sender.origin === undefined || sender.origin === origin;

/** One of the extension's own pages: the popup, or a tab that shows the page itself and nothing around it. */
export const isOwnPage = (sender: Sender): boolean => {
  const base = browser.runtime.getURL('/');
  const url = sender.url ?? '';
  return (
    sender.id === browser.runtime.id &&
    url.startsWith(base) &&
    isTopFrame(sender) &&
    // Not by `URL.origin`: that of an extension's address is `null` in some places.
    agrees(sender, base.replace(/\/$/, ''))
  );
};

/** The extension's content script in a tab that shows X itself. */
export const isContentScript = (sender: Sender): boolean => {
  const origin = originOf(sender.url ?? '');
  return (
    sender.id === browser.runtime.id &&
    origin !== null &&
    pageOrigins.has(origin) &&
    sender.tab !== undefined &&
    isTopFrame(sender) &&
    agrees(sender, origin)
  );
};
