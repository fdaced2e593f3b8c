import { browser } from 'wxt/browser';

/** Shows a system notification. One of the same id is replaced. Never rejects: a notice is a courtesy. */
export const notify = async (id: string, title: string, message: string): Promise<void> => {
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  await browser.notifications
    .create(id, { type: 'basic', iconUrl, title, message })
    .catch(() => '');
};

/** Calls back with the id of a notification that was clicked. */
export const onNoticeClicked = (listener: (id: string) => void): void => {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    listener(id);
  });
};
