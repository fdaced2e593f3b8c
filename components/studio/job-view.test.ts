import { describe, expect, test } from 'vitest';
import { someJob } from '../testing/fake-ports.ts';
import { newestJob, stageOf, visibleJob } from './job-view.ts';

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
    ['accepted', { dueAtMs: 200 }, 'X is processing'],
    ['accepted', { dueAtMs: 50 }, 'Checking'],
    ['confirming', { dueAtMs: 200, looks: 1 }, 'Checking'],
  ] as const)('%s %o is %s', (state, over, stage) => {
    expect(stageOf(someJob({ state, ...over }), 100)).toBe(stage);
  });
});
