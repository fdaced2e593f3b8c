import { afterAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/core/fault-types.ts';
import type { ApiErrorKind } from '../domain/api-error.ts';
import { swapFailureText } from '../domain/error-texts.ts';
import type { SwapJob, SwapState } from '../domain/swap-job.ts';
import { createSwapRunner } from './runner.ts';
import { openScene, shareScene, type Scene } from './testing/scene.ts';

/*
 * Every way in which X is known to refuse (codes and bodies of its own lists and of recorded answers),
 * at the look before the upload, at the upload, and at the look after it. Each row says how the swap ends
 * and what a person reads; the sandbox says how many pictures arrived.
 */

type Place = 'before' | 'upload' | 'after';

const paths: Record<Place, string> = {
  before: '/1.1/users/show.json',
  upload: '/1.1/account/update_profile_image.json',
  after: '/1.1/users/show.json',
};

interface Row {
  readonly says: string;
  readonly fault: Partial<Fault> & { readonly kind: Fault['kind'] };
  /** How it ends when this happens once; `live` is by itself. */
  readonly ends: 'live' | ApiErrorKind;
}

const status = (code: number, http?: number): Row['fault'] => ({
  kind: 'status',
  code,
  ...(http !== undefined && { status: http }),
});

const passing: readonly Row[] = [
  { says: 'over capacity', fault: status(130), ends: 'live' },
  { says: 'internal error', fault: status(131), ends: 'live' },
  { says: 'a bare 500', fault: { kind: 'status', status: 500, body: 'empty' }, ends: 'live' },
  { says: 'a 503 page', fault: { kind: 'status', status: 503, body: 'html' }, ends: 'live' },
  {
    says: 'a gateway that gave up',
    fault: { kind: 'status', status: 504, body: 'html' },
    ends: 'live',
  },
  { says: 'a dropped line', fault: { kind: 'drop-before' }, ends: 'live' },
  { says: 'a line dropped after the work', fault: { kind: 'drop-after' }, ends: 'live' },
  {
    says: 'rate limit, until X says',
    fault: { kind: 'status', status: 429, resetInS: 300 },
    ends: 'live',
  },
  { says: 'rate limit by code', fault: status(88), ends: 'live' },
  { says: 'the old 420', fault: { kind: 'status', status: 420, retryAfterS: 60 }, ends: 'live' },
];

const final: readonly Row[] = [
  { says: 'bad keys', fault: status(32), ends: 'keysRefused' },
  { says: 'suspended', fault: status(64), ends: 'accountSuspended' },
  { says: 'token withdrawn', fault: status(89), ends: 'tokenRevoked' },
  { says: 'automation', fault: status(226), ends: 'looksAutomated' },
  { says: 'login check', fault: status(231), ends: 'loginNeeded' },
  { says: 'read-only app', fault: status(261), ends: 'readOnlyKeys' },
  { says: 'locked', fault: status(326), ends: 'accountLocked' },
  { says: 'app suspended', fault: status(416), ends: 'appSuspended' },
  {
    says: 'no credits',
    fault: { kind: 'status', status: 402, body: 'problem' },
    ends: 'creditsUsedUp',
  },
];

/** Only of the upload: a look that is refused for its kind is tried another way. */
const ofUpload: readonly Row[] = [
  { says: 'retired', fault: status(68), ends: 'endpointGone' },
  { says: 'plan too low', fault: status(453), ends: 'accessTooLow' },
  { says: 'a bare 403', fault: { kind: 'status', status: 403, body: 'empty' }, ends: 'refused' },
  {
    says: 'media not recognised',
    fault: { kind: 'refuse-media', as: 'unrecognized' },
    ends: 'imageRefused',
  },
  { says: 'format', fault: { kind: 'refuse-media', as: 'format' }, ends: 'formatRefused' },
  { says: 'too large', fault: { kind: 'refuse-media', as: 'tooLarge' }, ends: 'imageRefused' },
];

let scene: Scene;
shareScene(openScene, (opened) => (scene = opened));

const counts = { rows: 0, live: 0, failed: 0 };

afterAll(() => {
  process.stdout.write(
    `Swap matrix: ${counts.rows} rows, ${counts.live} live, ${counts.failed} refused in words\n`,
  );
});

const runWith = async ({ fault }: Row, place: Place): Promise<SwapJob> => {
  const { control } = scene.sandbox;
  control.addFault({
    ...fault,
    match: { path: paths[place] },
    after: place === 'after' ? 1 : 0,
  } as Fault);
  await scene.begin('job');
  const job = await scene.runToEnd(createSwapRunner(scene.ports()), 'job', 40);
  control.wire.assertNoOverlaps();
  return job;
};

const rows: readonly (readonly [place: Place, says: string, row: Row])[] = [
  ...(['before', 'upload', 'after'] as const).flatMap((place) =>
    [...passing, ...final].map((row) => [place, row.says, row] as const),
  ),
  ...ofUpload.map((row) => ['upload', row.says, row] as const),
];

describe('one mishap', () => {
  test.each(rows)('at %s: %s', async (place, _says, row) => {
    const job = await runWith(row, place);
    const state: SwapState = row.ends === 'live' ? 'live' : 'failed';
    counts.rows += 1;
    counts[state] += 1;
    expect(job.state).toBe(state);
    const isThere = state === 'live' || place === 'after';
    expect(scene.uploads()).toBe(isThere ? 1 : 0);
    const kind = job.failure?.kind === 'api' ? job.failure.error.kind : 'live';
    expect(kind).toBe(row.ends);
    const words = job.failure && swapFailureText(job.failure, job.acceptedAtMs !== null);
    expect(words === null || (words.text.length > 20 && words.next.length > 10)).toBe(true);
    expect(words?.text.startsWith('X took the picture') ?? false).toBe(
      place === 'after' && state === 'failed',
    );
    expect(scene.told.live.length + scene.told.failed.length).toBe(1);
  });
});
