import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApiErrorKind } from './api-error.ts';
import { isLooking, isSettled, type SwapJob } from './swap-job.ts';
import * as steps from './swap-steps.ts';
import { accepted, apiError, given, hit, prepared, queued, run, sending } from './testing/jobs.ts';

const apiFailure = (kind: ApiErrorKind) => steps.toFailed({ kind: 'api', error: apiError(kind) });

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
  expect(accepted.dueAtMs - (accepted.acceptedAtMs ?? 0)).toBeGreaterThanOrEqual(5000);
});

test('pauses grow; after minutes X is called slow, and only after a day the job ends', () => {
  let job: SwapJob | null = accepted;
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

describe('trying again', () => {
  test('after an accepted upload looks again and never sends twice', () => {
    const job = run(accepted, apiFailure('tokenRevoked'), steps.toRetried);
    expect(job).toMatchObject({ state: 'accepted', dueAtMs: 0, failure: null });
  });

  test.each(['offline', 'timedOut', 'serverError', 'overCapacity'] as const)(
    'looks before it sends where the answer was lost (%s)',
    (kind) => {
      const job = run(sending, apiFailure(kind), steps.toRetried);
      expect(job).toMatchObject({ state: 'checking', attempts: 1, checkUntilMs: 61_000 });
      expect(run(job, steps.toSending(null))).toBeNull();
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
    steps.toChecking,
    steps.afterCheck,
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
    steps.toChecking,
    steps.afterCheck,
    steps.toQueued,
    steps.onceOnline,
    hit('offline'),
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
      expect(job.state !== 'checking' || (job.checkUntilMs ?? 0) > 1000).toBe(true);
      expect(job.attempts < 2 || job.state !== 'sending' || job.checkUntilMs === undefined).toBe(
        true,
      );
      expect(!isSettled(job) || (job.dueAtMs === 0 && job.wait === null)).toBe(true);
      expect(isSettled(job)).toBe(['live', 'failed', 'cancelled'].includes(job.state));
    }),
  );
});
