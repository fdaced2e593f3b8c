import type { ConsoleMessage, Page, Request, Worker } from 'playwright-core';
import type { SandboxControl } from '../../sandbox/control.ts';
import type { Chromium } from '../chromium.ts';
import { inContentScript } from './content-script.ts';
import { extensionDump } from './extension-storage.ts';
import { recordedNotices, recordNotices } from './notices.ts';
import { readDownload } from './read-download.ts';
import { type Marked, secretFinder, secretPart } from './secret-forms.ts';
import { readStoredText } from './stored-text.ts';

/** Listens to a browser from the moment it is made, for secrets in places where none may be. */
export interface LeakWatch {
  /** Text from a place that only the scenario knows: a copied report, what a person reads. */
  note(place: string, text: string): void;
  /** What is on the clipboard now. */
  noteClipboard(page: Page): Promise<void>;
  /** Looks at everything that can be looked at afterwards. Call before pages are closed. */
  look(): Promise<void>;
  /** Each leak as `secret in place`, without the secret itself. */
  leaks(): readonly string[];
  /** How many pieces of text came from each kind of place: a watch that saw nothing proves nothing. */
  seen(): Readonly<Record<string, number>>;
}

interface Watched {
  readonly browser: Chromium;
  readonly control: SandboxControl;
}

const consoleText = (message: ConsoleMessage): string =>
  `${message.text()} ${message.location().url}`;

/** Runs in the page: what stands in its fields and titles, which its markup does not tell. */
const readShownText = (): string =>
  [
    document.title,
    window.name,
    ...[...document.querySelectorAll('input, textarea, select')].map(
      (field) => (field as HTMLInputElement).value,
    ),
  ].join('\n');

const withoutAuthorization = (headers: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'),
  );

const requestText = (request: Request): string =>
  [
    request.method(),
    request.url(),
    withoutAuthorization(request.headers()),
    request.postDataBuffer()?.toString('latin1') ?? '',
  ].join(' ');

/** Makes a watch. What is printed, asked and shown from now on is heard; the rest is seen by `look`. */
export const watchLeaks = async (
  { browser, control }: Watched,
  secrets: readonly Marked[],
): Promise<LeakWatch> => {
  const { context, extensionId } = browser;
  const find = secretFinder(secrets);
  const found = new Set<string>();
  const counts: Record<string, number> = {};
  const note = (place: string, text: string): void => {
    const kind = place.split(':')[0] ?? place;
    counts[kind] = (counts[kind] ?? 0) + 1;
    for (const name of find(text)) found.add(`${name} in ${place}`);
  };

  const hearWorker = async (worker: Worker): Promise<void> => {
    worker.on('console', (message) => note('console: background', consoleText(message)));
    await recordNotices(worker).catch(() => undefined);
  };
  const hearPage = async (page: Page): Promise<void> => {
    page.on('framenavigated', (frame) => note('address: page', frame.url()));
    page.on('worker', (worker) =>
      worker.on('console', (message) => note('console: picture worker', consoleText(message))),
    );
    page.on('pageerror', (error) => note('console: page error', `${error.message} ${error.stack}`));
    page.on('download', (download) => {
      void download
        .path()
        .then(readDownload)
        .then((pieces) => pieces.forEach(({ place, text }) => note(place, text)));
      note('download: name', `${download.suggestedFilename()} ${download.url()}`);
    });
    // Unlike the driver's own event, this one tells of content scripts too.
    const session = await context.newCDPSession(page).catch(() => null);
    session?.on('Runtime.consoleAPICalled', ({ args, stackTrace }) =>
      note('console: page', JSON.stringify([args, stackTrace])),
    );
    session?.on('Log.entryAdded', ({ entry }) => note('console: log', JSON.stringify(entry)));
    await session?.send('Runtime.enable').catch(() => undefined);
    await session?.send('Log.enable').catch(() => undefined);
  };
  context.on('request', (request) => note('request: sent', requestText(request)));
  context.on('serviceworker', (worker) => void hearWorker(worker));
  context.on('page', (page) => void hearPage(page));
  await Promise.all([
    ...context.serviceWorkers().map(hearWorker),
    ...context.pages().map(hearPage),
  ]);

  const lookAtPage = async (page: Page): Promise<void> => {
    note('address: page', page.url());
    note('markup: page', await page.content());
    note('text: page', await page.evaluate(readShownText));
    if (!/^https:\/\/(x|twitter)\.com\//.test(page.url())) return;
    note('storage: X’s page', String(await page.evaluate(readStoredText)));
    const taken = await inContentScript(page, extensionId, readStoredText);
    note('storage: content script', String(taken));
  };

  return {
    note,
    noteClipboard: async (page) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      note('clipboard: text', await page.evaluate(() => navigator.clipboard.readText()));
    },
    look: async () => {
      for (const page of context.pages()) await lookAtPage(page);
      for (const worker of context.serviceWorkers())
        for (const notice of await recordedNotices(worker))
          note('notice: shown', JSON.stringify(notice));
      const { areas, stores } = await extensionDump(browser);
      // The open key may stand in `session`; what it opens may not stand anywhere.
      note('storage: extension', JSON.stringify([areas, stores]));
      for (const call of control.calls()) note('journal: call', JSON.stringify(call));
      // Byte for byte, bodies and headers, whoever asked: the driver is not told of all requests.
      for (const { name, value } of secrets)
        for (const { place } of control.wire.sightings(secretPart(value)))
          found.add(`${name} in wire: ${place}`);
      counts['wire'] = (counts['wire'] ?? 0) + control.wire.requests().length;
    },
    leaks: () => [...found],
    seen: () => counts,
  };
};
