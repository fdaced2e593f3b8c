import { browser } from 'wxt/browser';

const alarmName = 'swaps-due';

/** Chrome stops an idle worker after 30 s: a timer longer than this may never fire (Chrome docs, 2024). */
const longestTimerMs = 25_000;

/** Alarms come no sooner than this (Chrome 120 and later; Chrome docs, alarms). */
const shortestAlarmMs = 30_000;

/** When the one alarm is set for. Not known at first: whoever starts the worker asks anew. */
let alarmAtMs: number | null = null;

const alarmFor = (atMs: number, nowMs: number): number => {
  const wantedMs = Math.max(atMs, nowMs + shortestAlarmMs);
  const isSet = alarmAtMs !== null && alarmAtMs > nowMs;
  // Many ask, and one alarm serves them all: a later wish must not put off a sooner one.
  return isSet ? Math.min(alarmAtMs ?? wantedMs, wantedMs) : wantedMs;
};

/**
 * Calls for `onWake` at a time (Unix ms): by a timer where the worker will live that long, and by an
 * alarm in any case, which starts a stopped worker. Of several times the soonest stands; who is woken
 * asks again for the rest.
 */
export const wakeAt = (atMs: number): void => {
  const nowMs = Date.now();
  const pauseMs = Math.max(0, atMs - nowMs);
  if (pauseMs <= longestTimerMs) setTimeout(() => woken.forEach((listener) => listener()), pauseMs);
  alarmAtMs = alarmFor(atMs, nowMs);
  void browser.alarms.create(alarmName, { when: alarmAtMs });
};

const woken = new Set<() => void>();

/** Registers what happens when it is time. Call while the worker starts. */
export const onWake = (listener: () => void): void => {
  woken.add(listener);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== alarmName) return;
    alarmAtMs = null;
    listener();
  });
};
