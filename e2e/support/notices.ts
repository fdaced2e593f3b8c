import type { Worker } from 'playwright-core';

/** A notification as the extension asked for it. */
export interface ShownNotice {
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

/** Runs in the background: keeps a copy of every notification it shows. */
const record = (): void => {
  const given = globalThis as unknown as {
    facelift?: unknown[];
    chrome: { notifications: { create: (...args: unknown[]) => unknown } };
  };
  if (given.facelift) return;
  const kept: unknown[] = (given.facelift = []);
  const { notifications } = given.chrome;
  const create = notifications.create.bind(notifications);
  notifications.create = (...args) => {
    const [id, options] = args;
    kept.push({ id, ...(options as object) });
    return create(...args);
  };
};

/** Keeps a copy of every notification from now on, for as long as this worker lives. */
export const recordNotices = (background: Worker): Promise<void> => background.evaluate(record);

/** Those that were kept, oldest first. */
export const recordedNotices = (background: Worker): Promise<readonly ShownNotice[]> =>
  background.evaluate(() => (globalThis as unknown as { facelift?: ShownNotice[] }).facelift ?? []);

/** What the browser does when a notification is clicked: it lies outside every page. */
export const clickNotice = (background: Worker, id: string): Promise<void> =>
  background.evaluate((noticeId) => {
    const { chrome } = globalThis as unknown as {
      chrome: { notifications: { onClicked: { dispatch(id: string): void } } };
    };
    chrome.notifications.onClicked.dispatch(noticeId);
  }, id);
