/** What a person and a test both know parts of a page by. */
export type SeenRole = 'alert' | 'status' | 'progressbar';

/** One tab of a real browser, in terms of accessible names only. All waits end in an error after their time. */
export interface Screen {
  address(): Promise<string>;
  go(address: string): Promise<void>;
  front(): Promise<void>;
  press(button: string): Promise<void>;
  /** Waits until a button is there and can be pressed. */
  waitForButton(name: string, timeoutMs?: number): Promise<void>;
  type(field: string, text: string): Promise<void>;
  chooseFile(input: string, file: string): Promise<void>;
  /** Waits until the text of a region matches, and returns it. */
  waitForText(role: SeenRole, pattern: RegExp, timeoutMs?: number): Promise<string>;
  /** Addresses that images and backgrounds below `css` are drawn from, as far as they are visible. */
  drawn(css: string): Promise<string[]>;
  /** Leaves a mark that a reload of the page would wipe out, and tells whether it is still there. */
  mark(): Promise<void>;
  isMarked(): Promise<boolean>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A real browser with the production build installed, for which every host is on 127.0.0.1. */
export interface RealBrowser {
  readonly name: 'chromium' | 'firefox';
  /** Address of one of the extension's own pages. */
  extensionPage(file: 'options.html' | 'popup.html' | 'studio.html'): string;
  /** Opens a new tab. */
  open(address: string): Promise<Screen>;
  /** Does something and returns the tab it opened, told by a part of its address. */
  tabOpenedBy(action: () => Promise<void>, addressPart: string): Promise<Screen>;
  /** Resolves once the person closed the browser. */
  closed(): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly executablePath: string;
  readonly extensionDir: string;
  readonly headless: boolean;
  /** Where a host is to be found: a port on 127.0.0.1. */
  readonly ports: {
    /** api.x.com and api.twitter.com. */
    readonly api: number;
    readonly everythingElse: number;
  };
}

export const apiHosts = ['api.x.com', 'api.twitter.com'] as const;

/** Runs in the page. Serialised by the drivers, so it may use nothing from outside itself. */
export const readDrawn = (css: string): string[] =>
  [...document.querySelectorAll(css)].flatMap((root) =>
    [root, ...root.querySelectorAll('*')].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) return [];
      const { backgroundImage, opacity } = getComputedStyle(element);
      const background = /url\("(.+?)"\)/.exec(backgroundImage)?.[1];
      if (background !== undefined) return [background];
      return element instanceof HTMLImageElement && opacity !== '0' ? [element.src] : [];
    }),
  );
