import { describe, expect, test } from 'vitest';
import type { SwapJob, SwapState } from '../../utils/domain/swap-job.ts';
import { someJob } from '../testing/fake-ports.ts';
import { batchStatus, newestJob, stageOf, visibleJob, visibleJobs } from './job-view.ts';

const account = someJob().accountId;
const minuteMs = 60_000;

describe('the job to show', () => {
  test('is the newest of this account and kind', () => {
    const jobs = [
      someJob({ id: 'old', createdAtMs: 1, state: 'live' }),
      someJob({ id: 'new', createdAtMs: 3, state: 'live' }),
      someJob({ id: 'other', createdAtMs: 9, accountId: '2' }),
      someJob({ id: 'banner', createdAtMs: 9, kind: 'banner' }),
    ];
    expect(newestJob(jobs, account, 'avatar')?.id).toBe('new');
    expect(newestJob(jobs, null, 'avatar')).toBeNull();
  });

  test('is one still under way before a newer one that ended', () => {
    const jobs = [
      someJob({ id: 'ended', createdAtMs: 5, state: 'failed' }),
      someJob({ id: 'running', createdAtMs: 2, state: 'accepted' }),
    ];
    expect(newestJob(jobs, account, 'avatar')?.id).toBe('running');
  });

  test('stays for ten minutes once finished, for as long as it takes before', () => {
    const live = someJob({ state: 'live', updatedAtMs: 0 });
    expect(visibleJob(live, null, 9 * minuteMs)).toBe(live);
    expect(visibleJob(live, null, 10 * minuteMs)).toBeNull();
    const running = someJob({ state: 'accepted', updatedAtMs: 0 });
    expect(visibleJob(running, null, 60 * minuteMs)).toBe(running);
  });

  test('is not one that was stopped or left behind', () => {
    const nowMs = Date.now();
    expect(visibleJob(someJob({ state: 'cancelled' }), null, nowMs)).toBeNull();
    expect(visibleJob(someJob({ state: 'failed' }), 'job-1', nowMs)).toBeNull();
  });
});

describe('the step a job is in', () => {
  test.each([
    ['queued', {}, 'Uploading'],
    ['sending', {}, 'Uploading'],
    ['prepared', {}, 'Uploading'],
    ['checking', { dueAtMs: 200 }, 'Checking'],
    ['accepted', { dueAtMs: 200 }, 'X is processing'],
    ['accepted', { dueAtMs: 50 }, 'Checking'],
    ['confirming', { dueAtMs: 200, looks: 1 }, 'Checking'],
  ] as const)('%s %o is %s', (state, over, stage) => {
    expect(stageOf(someJob({ state, ...over }), 100)).toBe(stage);
  });
});

describe('several begun together', () => {
  const nowMs = Date.now();
  const job = (id: string, state: SwapState, handle = id) =>
    someJob({ id, handle, batchId: 'b', state, updatedAtMs: nowMs });
  const shown = (jobs: readonly SwapJob[], hidden: string | null = null, atMs = nowMs) =>
    visibleJobs(jobs, jobs[0] ?? null, hidden, atMs).map(({ id }) => id);

  test('are shown together, without others, in the order of their handles', () => {
    const jobs = [job('b', 'sending'), job('a', 'live'), someJob({ id: 'alone' })];
    expect(shown(jobs)).toEqual(['a', 'b']);
    expect(shown([someJob({ id: 'alone' }), ...jobs])).toEqual(['alone']);
  });

  test('stay until the last has ended, however long that takes', () => {
    const jobs = [job('a', 'live'), job('b', 'confirming')];
    expect(shown(jobs, 'a', nowMs + 60 * minuteMs)).toEqual(['a', 'b']);
    const over = [job('a', 'live'), job('b', 'failed')];
    expect(shown(over)).toEqual(['a', 'b']);
    expect(shown(over, 'a')).toEqual([]);
    expect(shown(over, null, nowMs + 60 * minuteMs)).toEqual([]);
    expect(shown([job('a', 'cancelled'), job('b', 'cancelled')])).toEqual([]);
  });

  test('are told in one line', () => {
    expect(batchStatus([job('a', 'live'), job('b', 'live')])).toBe('Live on all 2 accounts');
    expect(batchStatus([job('a', 'live'), job('b', 'failed'), job('c', 'sending')])).toBe(
      '1 of 3 done, 1 did not go through, 1 under way',
    );
  });
});
