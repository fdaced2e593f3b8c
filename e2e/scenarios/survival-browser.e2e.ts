import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { startChromium, type Chromium } from '../chromium.ts';
import { controlBackground } from '../support/background.ts';
import { openOptions } from '../pages/options-page.ts';
import { keepEvidence } from '../support/evidence.ts';
import { extensionDump } from '../support/extension-storage.ts';
import { openRow, openRowPage, type SwapRow } from '../support/swap-row.ts';
import { newTally } from '../support/tally.ts';
import { waitUntil } from '../support/wait-until.ts';
import { browserOptions } from '../support/world.ts';

/*
 * The browser itself goes, or nothing but an alarm brings the worker back. One profile for all rows, as a
 * person has it.
 */

const upload = 'update_profile_image';
/** Longer than a row lasts. */
const neverMs = 120_000;

const tally = newTally('browser gone, or left alone');
let sandbox: Sandbox;
let profileDir = '';
let browser: Chromium;

const start = async (): Promise<void> => {
  browser = await startChromium({ ...browserOptions('chromium', sandbox.port), profileDir });
};

beforeAll(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'facelift-profile-'));
  sandbox = await startSandbox({ showDelayMs: 1_000 });
  await start();
});

afterAll(async () => {
  tally.print();
  await browser.close();
  await sandbox.close();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
});

const begin = async (handle: string): Promise<SwapRow> => {
  onTestFailed(() => keepEvidence(browser, sandbox.control, handle));
  return openRow(browser, sandbox.control, handle);
};

const uploadsOf = (handle: string): number => {
  const { control } = sandbox;
  const id = control.accounts.find((account) => account.handle === handle)?.id;
  return control.uploads().filter(({ accountId }) => accountId === id).length;
};

const sendsOf = (handle: string): number =>
  sandbox.control.wire.uploads({ account: handle }).length;

/** How a person ends a browser, and how it ends by itself. */
const closings: readonly { readonly says: string; readonly close: () => Promise<void> }[] = [
  { says: 'closed', close: () => browser.close() },
  {
    says: 'crashed',
    close: async () => {
      const session = await browser.context.browser()?.newBrowserCDPSession();
      const gone = browser.closed();
      // It cannot answer any more.
      session?.send('Browser.crash').catch(() => undefined);
      await gone;
    },
  },
];

/** Two swaps at once, of two accounts: one whose upload X never took up, and one that X has. */
const moments = [
  { says: 'before', sends: 2 },
  { says: 'after', sends: 1 },
] as const;

type Moment = (typeof moments)[number];

const handleOf = (name: string, { says }: Moment): string => `${name}_${says}`;

const isUnderWay = (handle: string, { says }: Moment): boolean =>
  (says === 'after' ? uploadsOf(handle) : sendsOf(handle)) === 1;

/** Begins both, and waits until both uploads are in the middle. */
const beginBoth = async (name: string): Promise<readonly SwapRow[]> => {
  const rows: SwapRow[] = [];
  for (const moment of moments) {
    const handle = handleOf(name, moment);
    const match = { path: upload, account: handle };
    sandbox.control.addFault({ kind: 'slow', ms: neverMs, when: moment.says, match });
    if (moment.says === 'before') sandbox.control.addFault({ kind: 'drop-before', match });
    rows.push(await begin(handle));
  }
  // Of earlier swaps: only what these ask for may start the worker.
  await rows[0]?.page.evaluate('chrome.alarms.clearAll()');
  for (const row of rows) await row.studio.swap();
  for (const row of rows) await row.waitForJob(({ state }) => state === 'sending', 'sending');
  const isTime = (): boolean =>
    moments.every((moment) => isUnderWay(handleOf(name, moment), moment));
  await waitUntil(isTime, { timeoutMs: 30_000, what: 'both uploads to be under way' });
  return rows;
};

/** Both ended well: each has exactly one picture, and the one that X had was not sent again. */
const expectBoth = async (name: string, rows: readonly SwapRow[]): Promise<void> => {
  for (const [index, moment] of moments.entries()) {
    const row = rows[index];
    if (!row) throw new Error('there is a row for each moment');
    await row.studio.waitUntilLive(100_000);
    expect(await row.job()).toMatchObject({ state: 'live', attempts: moment.sends });
    await row.allWords();
    sandbox.control.assertUploads(1, { account: handleOf(name, moment) });
    sandbox.control.wire.assertNoOverlaps();
    await row.close();
    tally.add('live', 1);
  }
};

describe('swaps go on when the browser starts again', { timeout: 180_000 }, () => {
  test.for(closings.map((closing) => [closing.says, closing] as const))(
    '%s while sending, before X had the one picture and when it had the other',
    async ([says, { close }]) => {
      await beginBoth(says);
      await close();

      await start();
      // An unpacked extension is started by every start of Chromium; an installed one only if it listens.
      const worker = await browser.background();
      expect(await worker.evaluate('chrome.runtime.onStartup.hasListeners()')).toBe(true);
      // Nobody opens anything of the extension: the start of the browser is enough.
      const handles = moments.map((moment) => handleOf(says, moment));
      const areIn = (): boolean => handles.every((handle) => uploadsOf(handle) === 1);
      await waitUntil(areIn, { timeoutMs: 110_000, what: 'both uploads' });
      const rows: SwapRow[] = [];
      for (const handle of handles) rows.push(await openRowPage(browser, handle));
      await expectBoth(says, rows);
    },
  );
});

test('a killed worker is started by its alarm alone', { timeout: 180_000 }, async () => {
  const rows = await beginBoth('alone');
  const [first] = rows;
  if (!first) throw new Error('two swaps were begun');
  const background = await controlBackground(browser, first.page);
  await background.kill();
  expect(background.isRunning()).toBe(false);
  await background.waitUntilFresh(45_000);
  await expectBoth('alone', rows);
});

const passphrase = 'lantern copper violin moss kettle';

test('closed with a swap under way and keys under a passphrase: locked after the start, and one upload', async () => {
  const handle = 'behind_lock';
  const row = await begin(handle);
  const options = await openOptions(browser);
  await options.setPassphrase(passphrase);
  sandbox.control.setShowDelayOf(handle, 'never');
  await row.studio.swap();
  await row.waitForJob(({ state }) => state === 'confirming', 'confirming');
  await browser.close();

  await start();
  const background = await browser.background();
  const looks = (): number =>
    sandbox.control.wire.requests().filter(({ account }) => account === handle).length;
  const before = looks();
  const isAsked = async () => (await background.evaluate('chrome.action.getBadgeText({})')) === '?';
  await waitUntil(isAsked, { timeoutMs: 30_000, what: 'the badge to ask for the passphrase' });
  expect((await extensionDump(browser)).areas.session).not.toHaveProperty('unlockedKey');
  const after = await openRowPage(browser, handle);
  expect(await after.job()).toMatchObject({ state: 'confirming', attempts: 1 });
  await after.studio.screen.waitForButton('Unlock');
  expect(looks()).toBe(before);

  sandbox.control.showNow(handle);
  await after.studio.screen.type('Passphrase', passphrase);
  await after.studio.screen.press('Unlock');
  await after.studio.waitUntilLive();
  await after.allWords();
  sandbox.control.assertUploads(1, { account: handle });
  expect(sendsOf(handle)).toBe(1);
  await after.close();
  tally.add('live', 1);
});
