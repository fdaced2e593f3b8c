import { describe, expect, test } from 'vitest';
import type { ApiError } from './api-error.ts';
import { checkAfterMs, checkFrom, checkSpanMs, nextCheckAtMs } from './arrival-check.ts';
import { firstLookAfterMs, longestUploadMs } from './limits.ts';
import type { SwapJob } from './swap-job.ts';
import * as steps from './swap-steps.ts';

const given = {
  id: 'j',
  accountId: '1',
  handle: 'ada_paints',
  kind: 'avatar',
  blobKey: 'b',
} as const;

const sentAtMs = 1_000_000;
const queued = steps.toQueued(steps.newJob(given, sentAtMs), sentAtMs) as SwapJob;
const sending = steps.toSending('1/old')(queued, sentAtMs) as SwapJob;

const apiError = (kind: ApiError['kind'], status: number | null = null): ApiError => ({
  kind,
  status,
  code: null,
  message: '',
});

const hit = (error: ApiError, isOffline = false) =>
  steps.afterApiError(error, { jitter: 0.5, isOffline });

test('looks grow apart, begin when X asks for it, and the last one is at the end', () => {
  expect(checkAfterMs[0]).toBeGreaterThanOrEqual(firstLookAfterMs);
  expect(checkAfterMs.at(-1)).toBe(checkSpanMs);
  const pausesMs = checkAfterMs.map((atMs, index) => atMs - (checkAfterMs[index - 1] ?? 0));
  expect(pausesMs).toEqual(pausesMs.toSorted((one, other) => one - other));
  expect(checkAfterMs.length).toBeLessThanOrEqual(6);
});

test('the schedule goes by time alone, so that looks that fail or come early cost nothing', () => {
  const { checkUntilMs, dueAtMs } = checkFrom(0);
  expect([checkUntilMs, dueAtMs]).toEqual([60_000, 5_500]);
  expect([5_500, 6_000, 30_000, 59_999].map((nowMs) => nextCheckAtMs(checkUntilMs, nowMs))).toEqual(
    [12_000, 12_000, 40_000, 60_000],
  );
  expect(nextCheckAtMs(checkUntilMs, 70_000)).toBe(checkUntilMs);
});

describe('a worker that was stopped while it sent', () => {
  test('is taken to have lost its line just now, or when the upload would have been given up', () => {
    const soonMs = sentAtMs + 20_000;
    expect(steps.toChecking(sending, soonMs)).toMatchObject({
      state: 'checking',
      checkUntilMs: soonMs + checkSpanMs,
      dueAtMs: soonMs + 5_500,
    });
    const nextDayMs = sentAtMs + 86_400_000;
    const late = steps.toChecking(sending, nextDayMs) as SwapJob;
    expect(late.checkUntilMs).toBe(sentAtMs + longestUploadMs + checkSpanMs);
    expect(late.dueAtMs).toBeLessThan(nextDayMs);
  });

  test('is not sent again before the check is over, whatever happens meanwhile', () => {
    const checking = steps.toChecking(sending, sentAtMs) as SwapJob;
    const early = sentAtMs + checkSpanMs - 1;
    const changes: readonly steps.Step[] = [
      steps.afterCheck,
      hit(apiError('offline')),
      hit(apiError('offline'), true),
      hit(apiError('rateLimited', 429)),
      steps.toRetried,
      steps.onceOnline,
      hit(apiError('tokenRevoked', 401)),
      steps.toRetried,
    ];
    let job = checking;
    for (const change of changes) {
      job = change(job, sentAtMs + 1000) ?? job;
      expect(steps.toSending('1/old')(job, early)).toBeNull();
    }
    expect(job.state).toBe('checking');
    expect(steps.toSending('1/old')(job, sentAtMs + checkSpanMs)).toMatchObject({
      state: 'sending',
      attempts: 2,
      checkUntilMs: undefined,
    });
  });
});

describe('an upload that came to nothing', () => {
  test.each([
    ['a lost line', apiError('offline'), 60_000, false],
    ['no answer in time', apiError('timedOut'), 60_000, false],
    ['a gateway that gave up', apiError('serverError', 504), 60_000, false],
    ["X's own 500", apiError('serverError', 500), 5_500, true],
    ['over capacity', apiError('overCapacity', 503), 5_500, true],
  ])('after %s is looked for as long as it may still arrive', (_says, error, spanMs, isSaid) => {
    const job = hit(error)(sending, sentAtMs);
    expect(job).toMatchObject({ state: 'checking', checkUntilMs: sentAtMs + spanMs, tries: 1 });
    expect(job?.dueAtMs).toBeGreaterThanOrEqual(sentAtMs + 5_500);
    expect(job?.wait !== null).toBe(isSaid);
  });

  test('without a network waits for one, and is looked for then', () => {
    const job = hit(apiError('offline'), true)(sending, sentAtMs) as SwapJob;
    expect(job).toMatchObject({ state: 'checking', tries: 0, wait: { kind: 'api' } });
    expect(steps.onceOnline(job, sentAtMs)).toMatchObject({ state: 'checking', dueAtMs: 0 });
  });

  test('because X refused it waits in the queue: there is nothing to look for', () => {
    expect(hit(apiError('rateLimited', 429))(sending, sentAtMs)).toMatchObject({ state: 'queued' });
  });
});
