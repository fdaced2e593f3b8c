import { browser } from 'wxt/browser';

const alarmName = 'swaps-due';

/** Chrome stops an idle worker after 30 s: a timer longer than this may never fire (Chrome docs, 2024). */
const longestTimerMs = 25_000;

/** Alarms come no sooner than this (Chrome 120 and later; Chrome docs, alarms). */
const shortestAlarmMs = 30_000;

/**
 * Calls for `onWake` at a time (Unix ms): by a timer where the worker will live that long, and by an
 * alarm in any case, which starts a stopped worker.
 */
export const wakeAt = (atMs: number): void => {
  const pauseMs = Math.max(0, atMs - Date.now());
  if (pauseMs <= longestTimerMs) setTimeout(() => woken.forEach((listener) => listener()), pauseMs);
  void browser.alarms.create(alarmName, { when: Date.now() + Math.max(pauseMs, shortestAlarmMs) });
};

const woken = new Set<() => void>();

/** Registers what happens when it is time. Call while the worker starts. */
export const onWake = (listener: () => void): void => {
  woken.add(listener);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) listener();
  });
};
