import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/*
 * Alarms are the only thing that starts a stopped worker by itself, and there is one for all accounts.
 */

const nowMs = 1_700_000_000_000;
const minuteMs = 60_000;

const alarmAt = async (): Promise<number | undefined> =>
  (await fakeBrowser.alarms.get('swaps-due'))?.scheduledTime;

/** The module as a worker that has just been started has it. */
const freshWorker = async () => {
  vi.resetModules();
  return import('./wake.ts');
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: nowMs });
});

describe('waking', () => {
  test('a later wish does not put off a sooner one', async () => {
    const { wakeAt } = await freshWorker();
    wakeAt(nowMs + 2 * minuteMs);
    wakeAt(nowMs + 60 * minuteMs);
    expect(await alarmAt()).toBe(nowMs + 2 * minuteMs);
    wakeAt(nowMs + minuteMs);
    expect(await alarmAt()).toBe(nowMs + minuteMs);
  });

  test('an alarm that is over stands in the way of none', async () => {
    const { wakeAt, onWake } = await freshWorker();
    const heard = vi.fn();
    onWake(heard);
    wakeAt(nowMs + minuteMs);
    vi.setSystemTime(nowMs + minuteMs);
    const alarm = { name: 'swaps-due', scheduledTime: nowMs, persistAcrossSessions: false };
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    expect(heard).toHaveBeenCalledOnce();
    wakeAt(nowMs + 30 * minuteMs);
    expect(await alarmAt()).toBe(nowMs + 30 * minuteMs);
  });

  test('what is due soon comes by a timer, and by an alarm in case the worker is stopped', async () => {
    const { wakeAt, onWake } = await freshWorker();
    const heard = vi.fn();
    onWake(heard);
    wakeAt(nowMs + 4_000);
    expect(await alarmAt()).toBe(nowMs + 30_000);
    vi.advanceTimersByTime(4_000);
    expect(heard).toHaveBeenCalledOnce();
  });
});
