import { browser } from 'wxt/browser';
import type { NoticeWords } from '../domain/notice-words.ts';

/** Firefox has neither buttons on notifications nor this event (MDN, notifications.onButtonClicked, 2025). */
const hasButtons = (): boolean => Boolean(browser.notifications.onButtonClicked);

/**
 * Shows a system notification, with a button where one is named and the browser knows them. One of the
 * same id is replaced. Never rejects: a notice is a courtesy.
 */
export const notify = async (
  id: string,
  { title, message }: NoticeWords,
  button: string | null = null,
): Promise<void> => {
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  const basic = { type: 'basic', iconUrl, title, message } as const;
  const buttons = button !== null && hasButtons() ? { buttons: [{ title: button }] } : {};
  await browser.notifications.create(id, { ...basic, ...buttons }).catch(() => '');
};

/** Calls back with the id of a notification whose button was pressed. */
export const onNoticeButton = (listener: (id: string) => void): void => {
  if (!hasButtons()) return;
  browser.notifications.onButtonClicked.addListener((id) => {
    void browser.notifications.clear(id);
    listener(id);
  });
};

/** Calls back with the id of a notification that was clicked. */
export const onNoticeClicked = (listener: (id: string) => void): void => {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    listener(id);
  });
};
