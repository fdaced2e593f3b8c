/** What a person and a test both know parts of a page by. */
export type SeenRole = 'alert' | 'status' | 'progressbar';

/** One tab of a real browser, in terms of accessible names only. All waits end in an error after their time. */
export interface Screen {
  address(): Promise<string>;
  go(address: string): Promise<void>;
  front(): Promise<void>;
  press(button: string): Promise<void>;
  /** Opens one of the tabs of a page, by its name. */
  openTab(name: string): Promise<void>;
  /** Waits until a button is there and can be pressed. */
  waitForButton(name: string, timeoutMs?: number): Promise<void>;
  type(field: string, text: string): Promise<void>;
  chooseFile(input: string, file: string): Promise<void>;
  /** Waits until the text of a region matches, and returns it. */
  waitForText(role: SeenRole, pattern: RegExp, timeoutMs?: number): Promise<string>;
  /** Addresses that images and backgrounds below `css` are drawn from, as far as they are visible. */
  drawn(css: string): Promise<string[]>;
  /** Whether a canvas of this page gives back what is drawn on it. */
  givesBackPixels(): Promise<boolean>;
  /** Leaves a mark that a reload of the page would wipe out, and tells whether it is still there. */
  mark(): Promise<void>;
  isMarked(): Promise<boolean>;
  /** Runs a script in the page, as typed into its console, and returns what it comes to. */
  run<T>(script: string): Promise<T>;
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
  /** Every tab there is now. */
  tabs(): Promise<readonly Screen[]>;
  /** Resolves once the person closed the browser. */
  closed(): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly executablePath: string;
  readonly extensionDir: string;
  readonly headless: boolean;
  /** A profile to go on with, which stays when the browser goes. Left out: one of its own. */
  readonly profileDir?: string;
  /** Where a host is to be found: a port on 127.0.0.1. */
  readonly ports: {
    /** api.x.com and api.twitter.com. */
    readonly api: number;
    readonly everythingElse: number;
  };
  readonly chromiumFlags?: readonly string[];
  /** Settings of Firefox (about:config) that differ from its own. */
  readonly firefoxPrefs?: Readonly<Record<string, boolean | number | string>>;
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

/** Runs in the page, like the one above. */
export const drawAndReadBack = (): boolean => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return false;
  context.fillStyle = '#3a7f2b';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return data.every((level, at) => level === [0x3a, 0x7f, 0x2b, 0xff][at % 4]);
};
