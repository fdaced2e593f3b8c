import { describe, expect, test } from 'vitest';
import { maxTries } from './retry-policy.ts';
import type { SwapJob } from './swap-job.ts';
import * as steps from './swap-steps.ts';
import { accepted, apiError, hit, queued, run, sending } from './testing/jobs.ts';

describe('a call that fails', () => {
  test.each(['offline', 'timedOut', 'serverError', 'overCapacity'] as const)(
    'in passing (%s) is waited out where the job stands, with growing pauses, and not for ever',
    (kind) => {
      for (const start of [queued, run(sending, steps.toChecking)]) {
        const waits: SwapJob[] = [];
        const due = start && { ...start, dueAtMs: 0 };
        let job = run(due, hit(kind));
        for (; job?.wait; job = run({ ...job, dueAtMs: 0 }, hit(kind))) waits.push(job);
        const pausesMs = waits.map(({ dueAtMs }) => dueAtMs - 1000);
        expect(waits.every(({ state }) => state === start?.state)).toBe(true);
        expect(waits).toHaveLength(maxTries);
        expect(pausesMs).toEqual(pausesMs.toSorted((one, other) => one - other));
        expect(job).toMatchObject({ state: 'failed', failure: { kind: 'api', error: { kind } } });
      }
    },
  );

  test('in passing never ends the looking for what X has', () => {
    let job: SwapJob | null = accepted;
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
    'imageUnreadable',
    'imageTooLarge',
    'formatRefused',
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
