import { describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/control.ts';
import { studioPage, type StudioPage } from '../pages/studio-page.ts';
import type { RealBrowser } from '../screen.ts';
import { keepEvidence } from '../support/evidence.ts';
import { shareMatrix } from '../support/matrix.ts';
import { pictureFile } from '../support/pictures.ts';
import { waitUntil } from '../support/wait-until.ts';
import { openFirefoxWorld, type World } from '../support/world.ts';

/*
 * Firefox stops an event page that it takes for idle, and an upload under way is no reason not to. Here it
 * does so after eight seconds in place of thirty, which is in the middle of a slow upload.
 */

const idleMs = 8_000;

const match = { path: 'update_profile_image' };
/** Longer than a row lasts. */
const neverMs = 200_000;

interface Row {
  readonly stopped: string;
  readonly faults: readonly Fault[];
  /** Whether somebody opens the popup, or an alarm has to do. */
  readonly isLookedAt: boolean;
  /** Requests that meant to set a picture. */
  readonly sends: 1 | 2;
}

const rows: readonly Row[] = [
  {
    stopped: 'sending, when X had it; an alarm starts it again',
    faults: [{ kind: 'slow', ms: neverMs, when: 'after', match }],
    isLookedAt: false,
    sends: 1,
  },
  {
    stopped: 'sending, before X did anything; somebody opens the popup',
    faults: [
      { kind: 'slow', ms: neverMs, match },
      { kind: 'drop-before', match },
    ],
    isLookedAt: true,
    sends: 2,
  },
];

let world: World<RealBrowser>;
const tally = shareMatrix(
  'Firefox stops its event page',
  () => openFirefoxWorld({ firefoxPrefs: { 'extensions.background.idle.timeout': idleMs } }),
  (opened) => (world = opened),
);

/** Asked of a page of the extension, which does not start what it asks about. */
const isEventPageThere = (studio: StudioPage): Promise<boolean> =>
  studio.screen.run<boolean>(
    "browser.extension.getViews().some(({ location }) => location.pathname.includes('background'))",
  );

const openFor = async (handle: string): Promise<StudioPage> => {
  const { browser, control } = world;
  const { keys } = control.addAccount({ handle });
  const address = `${browser.extensionPage('studio.html')}?for=${handle}`;
  const studio = studioPage(await browser.open(address));
  const message = JSON.stringify({
    facelift: 'account.add',
    data: { keys, apiBase: 'https://api.x.com' },
  });
  const isAdded = async (): Promise<boolean> => {
    // Nobody is there to take it while Firefox is stopping the event page.
    const script = `browser.runtime.sendMessage(${message}).catch(() => null)`;
    const answer = await studio.screen.run<{ readonly value?: { readonly ok: boolean } } | null>(
      script,
    );
    return answer?.value?.ok === true;
  };
  await waitUntil(isAdded, { timeoutMs: 10_000, what: `@${handle} to be added` });
  await studio.screen.go(address);
  await studio.choose(await pictureFile('amber', '#c08010'));
  return studio;
};

const uploadsOf = (handle: string): number =>
  world.control.uploads().filter(({ accountId }) => {
    const account = world.control.accounts.find((each) => each.id === accountId);
    return account?.handle === handle;
  }).length;

describe('Firefox stops the event page', { timeout: 240_000 }, () => {
  test.for(rows.map((row, index) => [row.stopped, row, index] as const))(
    '%s',
    async ([stopped, { faults, isLookedAt, sends }, index], { onTestFailed }) => {
      const { browser, control } = world;
      onTestFailed(() => keepEvidence(browser, control, stopped));
      const handle = `fox_${index + 1}`;
      const studio = await openFor(handle);
      for (const fault of faults) {
        control.addFault({ ...fault, match: { ...match, account: handle } });
      }
      await studio.swap();
      const isSent = (): boolean => control.wire.uploads({ account: handle }).length === 1;
      await waitUntil(isSent, { timeoutMs: 30_000, what: 'the upload to begin' });
      const isGone = async (): Promise<boolean> => !(await isEventPageThere(studio));
      await waitUntil(isGone, { timeoutMs: 15_000, what: 'Firefox to stop the event page' });

      const popup = isLookedAt ? await browser.open(browser.extensionPage('popup.html')) : null;
      await studio.waitUntilLive(180_000);
      expect(uploadsOf(handle)).toBe(1);
      expect(control.wire.uploads({ account: handle })).toHaveLength(sends);
      control.wire.assertNoOverlaps();
      await popup?.close();
      await studio.screen.close();
      tally.add('live', 1);
    },
  );
});
