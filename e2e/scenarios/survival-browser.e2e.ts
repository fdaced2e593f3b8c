import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { startChromium, type Chromium } from '../chromium.ts';
import { controlBackground } from '../support/background.ts';
import { keepEvidence } from '../support/evidence.ts';
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

const moments: readonly {
  readonly says: string;
  readonly fault: 'before' | 'after';
  readonly sends: 1 | 2;
}[] = [
  { says: 'before X had the picture', fault: 'before', sends: 2 },
  { says: 'when X had it and had not answered', fault: 'after', sends: 1 },
];

const rows = closings.flatMap((closing) => moments.map((moment) => ({ ...closing, moment })));

describe('a swap goes on when the browser starts again', () => {
  test.for(rows.map((row, index) => [row.says, row.moment.says, row, index] as const))(
    '%s while sending, %s',
    async ([, , { close, moment }, index]) => {
      const handle = `restart_${index + 1}`;
      const match = { path: upload, account: handle };
      sandbox.control.addFault({ kind: 'slow', ms: neverMs, when: moment.fault, match });
      if (moment.fault === 'before') sandbox.control.addFault({ kind: 'drop-before', match });
      const row = await begin(handle);
      await row.studio.swap();
      const isTime = (): boolean =>
        moment.fault === 'after' ? uploadsOf(handle) === 1 : sendsOf(handle) === 1;
      await waitUntil(isTime, { timeoutMs: 30_000, what: 'the upload to be under way' });
      await row.waitForJob(({ state }) => state === 'sending', 'sending');
      await close();

      await start();
      // An unpacked extension is started by every start of Chromium; an installed one only if it listens.
      const worker = await browser.background();
      expect(await worker.evaluate('chrome.runtime.onStartup.hasListeners()')).toBe(true);
      // Nobody opens anything of the extension: the start of the browser is enough.
      await waitUntil(() => uploadsOf(handle) === 1, { timeoutMs: 45_000, what: 'the upload' });
      const after = await openRowPage(browser, handle);
      await after.studio.waitUntilLive();
      const end = { state: 'live', attempts: moment.sends };
      expect(await after.job()).toMatchObject(end);
      await after.allWords();
      sandbox.control.assertUploads(1, { account: handle });
      sandbox.control.wire.assertNoOverlaps();
      await after.close();
      tally.add('live', 1);
    },
  );
});

describe('a killed worker is started by its alarm alone', () => {
  test.for([
    ['before X had the picture', 'before', 2],
    ['when X had it and had not answered', 'after', 1],
  ] as const)('sending, %s', async ([, when, sends], { onTestFailed: onFailed }) => {
    const handle = `alone_${when}`;
    onFailed(() => keepEvidence(browser, sandbox.control, handle));
    const match = { path: upload, account: handle };
    sandbox.control.addFault({ kind: 'slow', ms: neverMs, when, match });
    if (when === 'before') sandbox.control.addFault({ kind: 'drop-before', match });
    const row = await begin(handle);
    const background = await controlBackground(browser, row.page);
    // Of earlier swaps: only what this one asks for may start the worker.
    await row.page.evaluate('chrome.alarms.clearAll()');
    await row.studio.swap();
    await row.waitForJob(({ state }) => state === 'sending', 'sending');
    const isTime = (): boolean => (when === 'after' ? uploadsOf(handle) : sendsOf(handle)) === 1;
    await waitUntil(isTime, { timeoutMs: 30_000, what: 'the upload to be under way' });
    await background.kill();
    expect(background.isRunning()).toBe(false);
    await background.waitUntilFresh(45_000);
    await row.studio.waitUntilLive(75_000);
    const end = { state: 'live', attempts: sends };
    expect(await row.job()).toMatchObject(end);
    await row.allWords();
    sandbox.control.assertUploads(1, { account: handle });
    sandbox.control.wire.assertNoOverlaps();
    await row.close();
    tally.add('live', 1);
  });
});
