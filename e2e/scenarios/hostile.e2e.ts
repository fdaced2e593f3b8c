import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageKinds } from '../../utils/platform/messages.ts';
import { openOptions } from '../pages/options-page.ts';
import * as attacks from '../support/attacks.ts';
import { type HostileStage, passphrase, stages } from '../support/hostile-stage.ts';
import { pause, waitUntil } from '../support/wait-until.ts';

/*
 * A content script that was taken over, and X itself gone bad, in both browsers. Each attack must leave
 * everything as it was, so that all of them can share one browser.
 */

const kinds = Object.keys(messageKinds.fromOwnPages);

const expectNone = (where: unknown, { keys }: HostileStage): void => {
  for (const secret of [...Object.values(keys), passphrase])
    expect(JSON.stringify(where)).not.toContain(secret);
};

/** The generous payload of somebody who has read the source. */
const payload = ({ control, keys }: HostileStage): object => ({
  accountId: control.world.signedIn.id,
  keys,
  kind: 'avatar',
  blobKey: 'x',
  jobId: 'x',
  apiBase: 'https://evil.example',
  passphrase,
  current: passphrase,
  next: 'chosen by somebody else',
  minutes: 240,
});

describe.each(stages)('in $name, code that took over the content script', ({ open }) => {
  let stage: HostileStage;
  let before: unknown;

  beforeAll(async () => {
    stage = await open();
    before = await stage.everything();
  });

  afterAll(() => stage.close());

  test('cannot have, use or change anything by messages', async () => {
    const { taken, everything, control } = stage;
    const refused = { value: { ok: false, error: { kind: 'refused' } } };
    const answers = await taken(attacks.sendAll(kinds, payload(stage)));
    expect(answers).toEqual(Object.fromEntries(kinds.map((kind) => [kind, refused])));
    const odd = (await taken(attacks.sendNonsense)) as readonly object[];
    expect(odd).toHaveLength(10);
    for (const answer of odd) {
      const value = 'value' in answer ? answer.value : undefined;
      expect([undefined, null, refused.value]).toContainEqual(value);
    }
    expect(await taken(attacks.openPort)).toMatchObject({ heard: [] });
    expect(await everything()).toEqual(before);
    control.assertUploads(0);
  });

  test('cannot read what is stored, fill it or open it up', async () => {
    const { taken, everything, browser } = stage;
    const results = (await taken(attacks.useStorage)) as Record<string, { value?: unknown }>;
    expect(Object.keys(results).length).toBeGreaterThan(12);
    // Firefox has no way to bar content scripts from `local` and `sync`: there is nothing in them.
    const areas = browser.name === 'firefox' ? ['session'] : ['local', 'session', 'sync'];
    const succeeded = Object.entries(results).filter(
      ([attempt, result]) => areas.includes(attempt.split(' ')[0] ?? '') && !('error' in result),
    );
    // In Firefox the area is not even there for a content script.
    expect(succeeded.filter(([, result]) => result.value !== undefined)).toEqual([]);
    await taken(attacks.fillAndLeave);
    const names = await taken(attacks.meddle);
    expect(names).not.toContain('facelift');
    expectNone([results, names], stage);
    const isAsBefore = async (): Promise<boolean> =>
      JSON.stringify(await everything()) === JSON.stringify(before);
    await waitUntil(isAsBefore, { timeoutMs: 10_000, what: 'what was put there to be gone' });

    // A lock that the page holds is the page's own: the extension's still works.
    const options = await openOptions(browser);
    await options.lock();
    await options.tryPassphrase(passphrase);
    await options.screen.waitForButton('Lock now');
    await options.screen.close();
    before = await everything();
  });

  test('cannot look into the extension’s pages', async () => {
    const results = (await stage.taken(attacks.openOwnPages)) as Record<string, { value?: string }>;
    expect(Object.keys(results)).toHaveLength(10);
    const read = Object.entries(results).filter(([, { value = 'closed' }]) => value !== 'closed');
    expect(read).toEqual([]);
  });

  test('may open the studio, but not without end, and decides nothing there', async () => {
    const { taken, everything, studios } = stage;
    expect(await studios()).toEqual([]);
    await taken(`(async () => {
      const data = { handle: 'ada_paints', apiBase: 'https://evil.example', blob: 'x'.repeat(10_000) };
      const all = Array.from({ length: 100 }, () => chrome.runtime.sendMessage({ facelift: 'studio.open', data }));
      return Promise.allSettled(all).then(() => null);
    })()`);
    await pause(1_000);
    const opened = await studios();
    // Three in five seconds, twelve in a minute: how many it came to depends on how fast this machine is.
    expect(opened.length).toBeGreaterThan(0);
    expect(opened.length).toBeLessThanOrEqual(12);
    expect(new Set(opened)).toEqual(new Set(['?for=ada_paints']));
    expect(await everything()).toEqual(before);
  });

  test('nor can X itself, or a script on it, press the button or send messages', async () => {
    const { profile, everything, studios } = stage;
    const studiosBefore = (await studios()).length;
    expect(await profile.run(attacks.fromThePage(kinds))).toEqual({ buttons: 1, messages: false });
    await pause(1_000);
    expect(await studios()).toHaveLength(studiosBefore);
    expect(await everything()).toEqual(before);
  });
});
