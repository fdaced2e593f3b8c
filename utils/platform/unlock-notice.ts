import { browser } from 'wxt/browser';
import { isSettled, type SwapJob } from '../domain/swap-job.ts';
import { unlockWords } from '../domain/notice-words.ts';
import { listJobs } from './job-store.ts';
import { notify } from './notices.ts';
import { isOwnPageInFront } from './own-pages.ts';
import { wakeAt } from './wake.ts';

/** Ids of the jobs the person was asked to unlock for. Gone when the browser closes: it locks then. */
const item = 'unlockAsked';
const prefix = 'unlock ';

/** While a page stands open that asks for the passphrase itself, this is looked into so often. */
const lookAgainMs = 60_000;

const asked = async (): Promise<readonly string[]> => {
  const stored: unknown = (await browser.storage.session.get(item))[item];
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
};

const askOnce = async ({ id }: SwapJob): Promise<void> => {
  const before = await asked();
  if (before.includes(id)) return;
  if (await isOwnPageInFront()) return wakeAt(Date.now() + lookAgainMs);
  const waiting = (await listJobs()).filter((job) => !isSettled(job));
  await browser.storage.session.set({
    [item]: [...new Set([...before, ...waiting.map((job) => job.id)])],
  });
  await notify(`${prefix}${id}`, unlockWords(waiting));
};

// One after the other: several accounts find their keys locked at the same moment.
let last: Promise<void> = Promise.resolve();

/**
 * Asks the person, by a notification, to unlock the keys that a job waits for: once for all jobs that wait,
 * and only where no page of the extension is before their eyes. Never rejects.
 */
export const askToUnlock = (job: SwapJob): Promise<void> => {
  last = last.then(() => askOnce(job)).catch(() => undefined);
  return last;
};

/** The keys are open: takes the question away, so that it can be asked again another time. */
export const endUnlockNotice = async (): Promise<void> => {
  const ids = Object.keys(await browser.notifications.getAll());
  await Promise.all([
    browser.storage.session.remove(item),
    ...ids.filter((id) => id.startsWith(prefix)).map((id) => browser.notifications.clear(id)),
  ]);
};

/** The job a notification is about, of whichever kind it is. */
export const jobOfNotice = (noticeId: string): string =>
  noticeId.startsWith(prefix) ? noticeId.slice(prefix.length) : noticeId;
