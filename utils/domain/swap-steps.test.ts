import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApiError, ApiErrorKind } from './api-error.ts';
import { maxTries } from './retry-policy.ts';
import { isLooking, isSettled, type SwapJob } from './swap-job.ts';
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

const prepared = steps.newJob(given, 0);
const queued = run(prepared, steps.toQueued) as SwapJob;
const sending = run(queued, steps.toSending('1/old'));
const accepted = run(sending, steps.toAccepted);

const apiFailure = (kind: ApiErrorKind) =>
  steps.toFailed({ kind: 'api', error: { kind, status: null, code: null, message: '' } });

const apiError = (kind: ApiErrorKind, over: Partial<ApiError> = {}): ApiError => ({
  kind,
  status: null,
  code: null,
  message: '',
  ...over,
});

const online = { jitter: 0.5, isOffline: false };

const hit = (kind: ApiErrorKind, over: Partial<ApiError> = {}) =>
  steps.afterApiError(apiError(kind, over), online);

test('the ordinary way leads from prepared to live', () => {
  expect(prepared).toMatchObject({ state: 'prepared', attempts: 0, dueAtMs: 0 });
  expect(queued).toMatchObject({ state: 'queued', attempts: 0 });
  expect(sending).toMatchObject({ state: 'sending', attempts: 1, previousKey: '1/old' });
  expect(accepted).toMatchObject({ state: 'accepted', acceptedAtMs: 1000, dueAtMs: 6500 });
  expect(run(accepted, steps.toLive('u'))).toMatchObject({ state: 'live', liveUrl: 'u' });
  const confirming = run(accepted, steps.afterLook);
  expect(confirming).toMatchObject({ state: 'confirming', looks: 1, dueAtMs: 5000 });
  expect(run(confirming, steps.toLive('u'))).toMatchObject({ state: 'live', dueAtMs: 0 });
});

test('X gets the five seconds it asks for before the first look', () => {
  expect((accepted?.dueAtMs ?? 0) - (accepted?.acceptedAtMs ?? 0)).toBeGreaterThanOrEqual(5000);
});

test('pauses grow; after minutes X is called slow, and only after a day the job ends', () => {
  let job = accepted;
  let nowMs = 1000;
  const pausesMs: number[] = [];
  let slowAfterMs: number | null = null;
  while (job && !isSettled(job)) {
    job = steps.afterLook(job, nowMs);
    if (job && steps.isSlow(job)) slowAfterMs ??= nowMs - 1000;
    if (!job || isSettled(job)) break;
    pausesMs.push(job.dueAtMs - nowMs);
    nowMs = job.dueAtMs;
  }
  expect(pausesMs.slice(0, 6)).toEqual(steps.lookPausesMs.slice(1));
  expect(pausesMs).toEqual(pausesMs.toSorted((a, b) => a - b));
  expect(slowAfterMs).toBeGreaterThan(120_000);
  expect(slowAfterMs).toBeLessThan(600_000);
  expect(pausesMs.length).toBeLessThan(45);
  expect(nowMs).toBeGreaterThan(24 * 3_600_000);
  expect(job).toMatchObject({ state: 'failed', failure: { kind: 'notShownYet' } });
});

describe('a call that fails', () => {
  test.each(['offline', 'timedOut', 'serverError', 'overCapacity'] as const)(
    'in passing (%s) is waited out where the job stands, with growing pauses, and not for ever',
    (kind) => {
      for (const start of [queued, sending]) {
        const waits: SwapJob[] = [];
        let job = run(start, hit(kind));
        for (; job?.wait; job = run(job, hit(kind))) waits.push(job);
        const pausesMs = waits.map(({ dueAtMs }) => dueAtMs - 1000);
        expect(waits.every(({ state }) => state === start?.state)).toBe(true);
        expect(waits).toHaveLength(maxTries);
        expect(pausesMs).toEqual(pausesMs.toSorted((one, other) => one - other));
        expect(job).toMatchObject({ state: 'failed', failure: { kind: 'api', error: { kind } } });
      }
    },
  );

  test('in passing never ends the looking for what X has', () => {
    let job = accepted;
    for (let at = 0; at < 50; at += 1) job = run(job, hit('serverError'));
    expect(job).toMatchObject({ state: 'accepted', wait: { kind: 'api' } });
  });

  test('for the limit is waited out until X says, and a little more', () => {
    const job = run(queued, hit('rateLimited', { retryAtMs: 600_000 }));
    expect(job).toMatchObject({ state: 'queued', dueAtMs: 602_000, wait: { kind: 'api' } });
    expect(run(queued, hit('rateLimited'))?.dueAtMs).toBe(1000 + 900_000 + 2000);
    const day = hit('rateLimited', { retryAtMs: 40 * 3_600_000 });
    expect(run(queued, day)).toMatchObject({ state: 'failed' });
  });

  test('for the clock goes on at once by X’s clock, once', () => {
    const wrong = hit('clockWrong', { clockSkewMs: -90_000 });
    const job = run(queued, wrong);
    expect(job).toMatchObject({ state: 'queued', clockSkewMs: -90_000, dueAtMs: 1000, wait: null });
    expect(run(job, wrong)).toMatchObject({ state: 'failed' });
    expect(run(queued, hit('clockWrong'))).toMatchObject({ state: 'failed' });
  });

  test.each([
    'accountLocked',
    'readOnlyKeys',
    'tokenRevoked',
    'creditsUsedUp',
    'accessTooLow',
    'imageRefused',
    'keysRefused',
    'accountSuspended',
    'badRequest',
  ] as const)('for good (%s) is never tried again', (kind) => {
    for (const job of [queued, sending, accepted]) {
      expect(run(job, hit(kind))).toMatchObject({ state: 'failed', failure: { error: { kind } } });
    }
  });

  test('while there is no network counts as no try, and goes on once there is', () => {
    const away = steps.afterApiError(apiError('offline'), { jitter: 0, isOffline: true });
    let job: SwapJob | null = queued;
    for (let at = 0; at < 50; at += 1) job = run(job, away);
    expect(job).toMatchObject({ state: 'queued', tries: 0, dueAtMs: 61_000 });
    expect(run(job, steps.onceOnline)).toMatchObject({ dueAtMs: 0, wait: null });
    expect(run(queued, hit('rateLimited'), steps.onceOnline)).toBeNull();
  });
});

describe('trying again', () => {
  test('after an accepted upload looks again and never sends twice', () => {
    const job = run(accepted, apiFailure('tokenRevoked'), steps.toRetried);
    expect(job).toMatchObject({ state: 'accepted', dueAtMs: 0, failure: null });
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

test('trying again ends a wait at once, and changes nothing else', () => {
  const waiting = run(queued, hit('rateLimited'));
  expect(run(waiting, steps.toRetried)).toEqual({ ...waiting, dueAtMs: 0, wait: null });
  expect(run(queued, steps.toRetried)).toBeNull();
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
    steps.toQueued,
    steps.onceOnline,
    hit('serverError'),
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
    steps.toQueued,
    steps.onceOnline,
    hit('serverError'),
    hit('rateLimited'),
    hit('clockWrong', { clockSkewMs: 1 }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (sequence) => {
      const job = sequence.reduce((now, change) => change(now, 1000) ?? now, prepared);
      expect(job).toMatchObject(given);
      expect(job.state === 'live').toBe(job.liveUrl !== null);
      expect(job.state === 'failed').toBe(job.failure !== null);
      expect(job.attempts > 0 || !(isLooking(job) || job.state === 'live')).toBe(true);
      expect(!isSettled(job) || (job.dueAtMs === 0 && job.wait === null)).toBe(true);
      expect(isSettled(job)).toBe(['live', 'failed', 'cancelled'].includes(job.state));
    }),
  );
});
