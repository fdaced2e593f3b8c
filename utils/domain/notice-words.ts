import type { SwapJob } from './swap-job.ts';

/** What a notification says. */
export interface NoticeWords {
  readonly title: string;
  readonly message: string;
}

const whose = (jobs: readonly SwapJob[]): string => {
  const handles = [...new Set(jobs.map(({ handle }) => `@${handle}`))];
  const [first = '', second] = handles;
  if (second === undefined) return `the swap of ${first}`;
  return handles.length === 2
    ? `the swaps of ${first} and ${second}`
    : `the swaps of ${handles.length} accounts`;
};

/** For swaps that wait for the passphrase while nobody looks; at least one is expected. */
export const unlockWords = (jobs: readonly SwapJob[]): NoticeWords => ({
  title: `Unlock Facelift to finish ${whose(jobs)}`,
  message: 'Your keys were locked meanwhile. Nothing is lost: it goes on once you unlock them.',
});

/** For a swap whose picture shows, or a banner that is gone, on a server by its name (`serverName`). */
export const liveWords = (
  { kind, handle, undoOf, isRemoval }: SwapJob,
  server: string,
): NoticeWords => {
  if (isRemoval) {
    return { title: 'Your banner is removed', message: `@${handle} has none now on ${server}.` };
  }
  const isBack = undoOf !== undefined;
  return {
    title: isBack ? `Your earlier ${kind} is back` : `Your new ${kind} is live`,
    message: `@${handle} now shows ${isBack ? 'it' : 'the new picture'} on ${server}.`,
  };
};

/** For a swap that cannot go on by itself. */
export const failedWords = ({ handle }: SwapJob): NoticeWords => ({
  title: 'The swap did not go through',
  message: `Open Facelift to see why and try again for @${handle}.`,
});
