import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

/** A browser this machine has, or what a person must know about why there is none. */
export type FoundBrowser =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly reason: string };

export const browserVariables = {
  chromium: ['FACELIFT_CHROMIUM', 'CHROME_PATH'],
  firefox: ['FACELIFT_FIREFOX'],
} as const;

// Google Chrome is left out on purpose: since 137 it ignores --load-extension, by which every run installs
// the extension. Chromium, Chrome for Testing and Edge do not (developer.chrome.com, 2025).
const linuxNames = {
  chromium: ['chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'],
  firefox: ['firefox-esr', 'firefox'],
} as const;

const macPlaces = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox ESR.app/Contents/MacOS/firefox'],
} as const;

const windowsPlaces = {
  chromium: ['Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Mozilla Firefox ESR\\firefox.exe'],
} as const;

const isPresent = (value: string | undefined): value is string => Boolean(value);

const usualPlaces = (browser: 'chromium' | 'firefox'): string[] => {
  const { env } = process;
  switch (platform()) {
    case 'darwin':
      return macPlaces[browser].flatMap((place) => [
        join('/Applications', place),
        join(homedir(), 'Applications', place),
      ]);
    case 'win32': {
      const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
      return roots
        .filter(isPresent)
        .flatMap((root) => windowsPlaces[browser].map((place) => join(root, place)));
    }
    default: {
      const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
      return linuxNames[browser].flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
};

const cacheFolder = (): string => {
  const { PLAYWRIGHT_BROWSERS_PATH: own, LOCALAPPDATA: local } = process.env;
  if (own) return own;
  if (platform() === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (platform() === 'win32') return join(local ?? homedir(), 'ms-playwright');
  return join(homedir(), '.cache/ms-playwright');
};

const binariesInCache = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

/** What Playwright downloaded at some time, newest first. Its headless shell cannot hold extensions. */
const downloaded = (): string[] => {
  const folder = cacheFolder();
  if (!existsSync(folder)) return [];
  const builds = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return builds.flatMap((build) => binariesInCache.map((binary) => join(folder, build, binary)));
};

/** Looks for a usable browser: what the environment names, the usual places, earlier downloads. */
export const findBrowser = (browser: 'chromium' | 'firefox'): FoundBrowser => {
  for (const name of browserVariables[browser]) {
    const path = process.env[name];
    if (!path) continue;
    if (existsSync(path)) return { ok: true, path };
    return { ok: false, reason: `${name} names ${path}, where there is no file.` };
  }
  const places = [...usualPlaces(browser), ...(browser === 'chromium' ? downloaded() : [])];
  const path = places.find((place) => existsSync(place));
  if (path !== undefined) return { ok: true, path };
  const words = {
    chromium:
      'Please install Chromium (or name one in FACELIFT_CHROMIUM; Google Chrome itself takes no extension from the command line).',
    firefox: 'Please install Firefox (or name one in FACELIFT_FIREFOX).',
  };
  return { ok: false, reason: words[browser] };
};
