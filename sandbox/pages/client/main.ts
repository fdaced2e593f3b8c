import type { PageData } from '../page-data-types.ts';
import { App, type Remount } from './app.ts';
import { startRouter } from './router.ts';
import { setFontPx, setTheme, startTheme, type Theme } from './theme.ts';

declare global {
  interface Window {
    __INITIAL_STATE__: { sandboxPage: PageData };
    /** Handles for tests and for trying things in the console. */
    __sandbox: {
      go(href: string): Promise<void>;
      rerenderHeader(what?: Remount): void;
      setTheme(theme: Theme): void;
      setFontPx(px: number): void;
    };
  }
}

startTheme(new URLSearchParams(location.search));
const root = document.querySelector('#react-root');
if (!root) throw new Error('No #react-root');
const data = window.__INITIAL_STATE__.sandboxPage;
const app = new App(root, data);
app.show(data);
const go = startRouter(
  (next) => app.show(next),
  (y) => scrollTo(0, y),
);
window.__sandbox = {
  go,
  rerenderHeader: (what) => app.rerenderHeader(what),
  setTheme,
  setFontPx,
};
