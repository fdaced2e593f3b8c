import { expect, test } from 'vitest';
import { badgeOf } from './swap-badge.ts';
import type { SwapJob } from './swap-job.ts';
import { newJob } from './swap-steps.ts';
import { unlockWords } from './notice-words.ts';

const job = (id: string, over: Partial<SwapJob> = {}): SwapJob => ({
  ...newJob({ id, accountId: '1', handle: id, kind: 'avatar', blobKey: 'b' }, 1000),
  ...over,
});

test('the badge says whether a swap runs, waits for the passphrase, or stopped', () => {
  expect(badgeOf([], true, 2000)).toBe('none');
  expect(badgeOf([job('a', { state: 'accepted' })], false, 2000)).toBe('busy');
  expect(badgeOf([job('a', { state: 'accepted' })], true, 2000)).toBe('locked');
  expect(badgeOf([job('a', { state: 'failed', updatedAtMs: 1000 })], true, 2000)).toBe('failed');
  expect(badgeOf([job('a', { state: 'live' })], true, 2000)).toBe('none');
});

test('the notification names whose swap waits, and counts them where they are many', () => {
  const titleOf = (...handles: string[]): string =>
    unlockWords(handles.map((each) => job(each))).title;
  expect(titleOf('ada_paints')).toBe('Unlock Facelift to finish the swap of @ada_paints');
  expect(titleOf('ada_paints', 'ada_paints')).toBe(titleOf('ada_paints'));
  expect(titleOf('a', 'b')).toBe('Unlock Facelift to finish the swaps of @a and @b');
  expect(titleOf('a', 'b', 'c')).toBe('Unlock Facelift to finish the swaps of 3 accounts');
});
