import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApiErrorKind } from './api-error.ts';
import { isSettled, type SwapJob } from './swap-job.ts';
import * as steps from './swap-steps.ts';

const given = {
  id: 'j',
  accountId: '1',
  handle: 'ada_paints',
  kind: 'avatar',
  blobKey: 'b',
} as const;

const run = (
  job: SwapJob | null,
  ...changes: readonly ((job: SwapJob, nowMs: number) => SwapJob | null)[]
): SwapJob | null => changes.reduce<SwapJob | null>((now, change) => now && change(now, 1000), job);

const queued = steps.newJob(given, 0);
const sending = run(queued, steps.toSending('1/old'));
const accepted = run(sending, steps.toAccepted);

const apiFailure = (kind: ApiErrorKind) =>
  steps.toFailed({ kind: 'api', error: { kind, status: null, code: null, message: '' } });

test('the ordinary way leads from queued to live', () => {
  expect(queued).toMatchObject({ state: 'queued', attempts: 0 });
  expect(sending).toMatchObject({ state: 'sending', attempts: 1, previousKey: '1/old' });
  expect(accepted).toMatchObject({ state: 'accepted', acceptedAtMs: 1000, nextLookAtMs: 6500 });
  expect(run(accepted, steps.toLive('u'))).toMatchObject({
    state: 'live',
    liveUrl: 'u',
    nextLookAtMs: null,
  });
});

test('X gets the five seconds it asks for before the first look', () => {
  expect((accepted?.nextLookAtMs ?? 0) - (accepted?.acceptedAtMs ?? 0)).toBeGreaterThanOrEqual(
    5000,
  );
});

test('pauses grow, and after the last look the job ends as not shown yet', () => {
  let job = accepted;
  const pauses: number[] = [];
  while (job?.state === 'accepted') {
    job = steps.afterLook(job, 0);
    if (job?.nextLookAtMs) pauses.push(job.nextLookAtMs);
  }
  expect(pauses).toEqual(steps.lookPausesMs.slice(1));
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(job).toMatchObject({
    state: 'failed',
    failure: { kind: 'notShownYet', looks: steps.lookPausesMs.length },
  });
});

describe('trying again', () => {
  test('after an accepted upload looks again and never sends twice', () => {
    const job = run(accepted, apiFailure('tokenRevoked'), steps.toRetried);
    expect(job).toMatchObject({ state: 'accepted', nextLookAtMs: 1000, failure: null });
  });

  test.each(['offline', 'timedOut', 'serverError', 'overCapacity'] as const)(
    'looks before it sends where the answer was lost (%s)',
    (kind) => {
      const job = run(sending, apiFailure(kind), steps.toRetried);
      expect(job).toMatchObject({ state: 'sending', attempts: 1 });
      expect(job && steps.dueAtMs(job)).toBe(6500);
    },
  );

  test.each(['keysRefused', 'imageRefused', 'rateLimited'] as const)(
    'sends anew after %s',
    (kind) => {
      expect(run(sending, apiFailure(kind), steps.toRetried)).toMatchObject({ state: 'queued' });
    },
  );

  test('before any upload begins in the queue', () => {
    expect(run(queued, apiFailure('offline'), steps.toRetried)).toMatchObject({ state: 'queued' });
  });
});

test('a settled job only ever moves by the hand of a person', () => {
  const all = [
    steps.toSending(null),
    steps.toAccepted,
    steps.afterLook,
    steps.toLive('u'),
    steps.toFailed({ kind: 'accountGone' }),
    steps.toCancelled,
    steps.toQueuedAgain,
  ];
  const live = run(accepted, steps.toLive('u'));
  const cancelled = run(accepted, steps.toCancelled);
  for (const change of [...all, steps.toRetried]) {
    expect(run(live, change)).toBeNull();
    expect(run(cancelled, change)).toBeNull();
  }
});

test('any sequence of steps keeps what a job must never lose', () => {
  const step = fc.constantFrom(
    steps.toSending('1/old'),
    steps.toAccepted,
    steps.afterLook,
    steps.toLive('u'),
    apiFailure('offline'),
    steps.toCancelled,
    steps.toRetried,
    steps.toQueuedAgain,
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (sequence) => {
      const job = sequence.reduce((now, change) => change(now, 1000) ?? now, queued);
      expect(job).toMatchObject(given);
      expect(job.state === 'live').toBe(job.liveUrl !== null);
      expect(job.state === 'failed').toBe(job.failure !== null);
      expect(job.state === 'accepted').toBe(job.nextLookAtMs !== null);
      expect(isSettled(job)).toBe(['live', 'failed', 'cancelled'].includes(job.state));
    }),
  );
});
