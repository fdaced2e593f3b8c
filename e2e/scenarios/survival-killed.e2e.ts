import { describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/control.ts';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import { controlBackground } from '../support/background.ts';
import { keepEvidence } from '../support/evidence.ts';
import { shareMatrix } from '../support/matrix.ts';
import { openRow, openRowPage, type SwapRow } from '../support/swap-row.ts';
import { waitUntil } from '../support/wait-until.ts';
import { openChromiumWorld, type World } from '../support/world.ts';

/*
 * The background worker is really stopped, in every state a swap can be in. What starts it again is what
 * does so in life: somebody opens the popup or the studio. Each swap must then reach X exactly once.
 */

const look = '/1.1/users/show.json';
const upload = '/1.1/account/update_profile_image.json';

/** Longer than a row lasts: such a call is still under way when the worker is killed. */
const untilKilledMs = 120_000;

/** Far more than X asks for between an upload and the first look, and within what is waited for. */
const lateMs = 30_000;

interface Row {
  readonly killed: string;
  readonly faults: readonly Fault[];
  /** True at the moment to kill. */
  readonly isTime: (job: SwapJob, seen: Seen) => boolean;
  /** What is read meanwhile; left out where that says no more than the end. */
  readonly reads?: RegExp;
  /** Uploads the extension may begin: a second one only where the first came to nothing. */
  readonly sends: 1 | 2;
}

/** What the server saw of one account. */
interface Seen {
  readonly looks: number;
  readonly sends: number;
  readonly uploads: number;
}

const slow = (path: string, when: 'before' | 'after' = 'before'): Fault => ({
  kind: 'slow',
  ms: untilKilledMs,
  when,
  match: { path },
});

const rows: readonly Row[] = [
  {
    killed: 'queued, during the look before',
    faults: [slow(look)],
    isTime: ({ state }, { looks }) => state === 'queued' && looks === 1,
    sends: 1,
  },
  {
    killed: 'queued, while it waits for X to recover',
    faults: [{ kind: 'status', status: 500, count: 2, match: { path: look } }],
    isTime: ({ state, wait, tries }) => state === 'queued' && wait !== null && tries === 2,
    sends: 1,
  },
  {
    killed: 'sending, before the server did anything',
    faults: [slow(upload), { kind: 'drop-before', match: { path: upload } }],
    isTime: ({ state }, { sends }) => state === 'sending' && sends === 1,
    sends: 2,
    reads: /Checking whether X already has it/,
  },
  {
    killed: 'sending, when the server had it and had not answered',
    faults: [slow(upload, 'after')],
    isTime: ({ state }, { uploads }) => state === 'sending' && uploads === 1,
    sends: 1,
  },
  {
    killed: 'sending, and the server does it half a minute later',
    faults: [{ kind: 'slow', ms: lateMs, match: { path: upload } }],
    isTime: ({ state }, { sends, uploads }) => state === 'sending' && sends === 1 && uploads === 0,
    sends: 1,
    reads: /Checking whether X already has it/,
  },
  {
    killed: 'sending, while it waits because the answer was lost',
    faults: [{ kind: 'drop-after', match: { path: upload } }],
    isTime: ({ state }) => state === 'checking',
    sends: 1,
  },
  {
    killed: 'accepted',
    faults: [],
    isTime: ({ state }) => state === 'accepted',
    sends: 1,
  },
  {
    killed: 'accepted, during the first look',
    faults: [{ ...slow(look), after: 1 }],
    isTime: ({ state }, { looks }) => state === 'accepted' && looks === 2,
    sends: 1,
  },
  {
    killed: 'confirming',
    faults: [],
    isTime: ({ state }) => state === 'confirming',
    sends: 1,
  },
];

let world: World;
const tally = shareMatrix('worker killed', openChromiumWorld, (opened) => (world = opened));

const seenOf = (handle: string): Seen => {
  const { wire, accounts } = world.control;
  const { id } = accounts.find((account) => account.handle === handle) ?? { id: '' };
  const calls = wire.requests().filter(({ account }) => account === handle);
  return {
    looks: calls.filter(({ path }) => path === look).length,
    sends: calls.filter(({ path }) => path === upload).length,
    uploads: world.control.uploads().filter(({ accountId }) => accountId === id).length,
  };
};

const waitForTime = (row: SwapRow, isTime: Row['isTime'], what: string): Promise<void> =>
  waitUntil(
    async () => {
      const job = await row.job();
      return job !== null && isTime(job, seenOf(row.handle));
    },
    { timeoutMs: 30_000, what },
  );

/** Somebody opens a page of the extension to see how it goes. */
const comeBack = async (handle: string, turn: number): Promise<SwapRow> =>
  openRowPage(world.browser, handle, turn % 2 === 0 ? 'popup.html' : 'studio.html');

describe('the worker is killed', { timeout: 180_000 }, () => {
  test.for(rows.map((row, index) => [row.killed, row, index] as const))(
    '%s',
    async ([killed, { faults, isTime, sends, reads = /Live$/ }, index], { onTestFailed }) => {
      onTestFailed(() => keepEvidence(world.browser, world.control, killed));
      const { browser, control } = world;
      const handle = `killed_${index + 1}`;
      const row = await openRow(browser, control, handle);
      if (killed === 'confirming') control.setShowDelayOf(handle, 7_000);
      for (const fault of faults) {
        control.addFault({ ...fault, match: { ...fault.match, account: handle } });
      }
      const background = await controlBackground(browser, row.page);
      await row.studio.swap();
      await waitForTime(row, isTime, killed);
      await background.kill();
      expect(background.isRunning()).toBe(false);

      const other = await comeBack(handle, index);
      await background.waitUntilFresh();
      await row.studio.waitUntilLive(100_000);
      const words = await row.allWords();
      expect(words.some((said) => reads.test(said))).toBe(true);
      expect(words.at(-1)).toMatch(/^Your new picture is up\. See @killed_\d on X.* Live$/);
      control.assertUploads(1, { account: handle });
      control.wire.assertNoOverlaps();
      // By the extension's own count: a browser resends by itself what a cut connection swallowed.
      expect((await row.job())?.attempts).toBe(sends);
      expect(await background.badge()).toBe('');
      await Promise.all([row.close(), other.close()]);
      tally.add('live', 1);
    },
  );
});
