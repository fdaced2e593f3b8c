import { browser } from 'wxt/browser';

const alarmName = 'history-tidy';

/** Calls for `onTidy` at a time (Unix ms), even if the worker was stopped by then. */
export const tidyAt = (atMs: number): void => {
  void browser.alarms.create(alarmName, { when: atMs });
};

/** Registers what is tidied then. Call while the worker starts. */
export const onTidy = (listener: () => void): void => {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) listener();
  });
};
