import { browser } from 'wxt/browser';
import type { Settings } from '../../domain/settings.ts';
import { announce } from '../changes.ts';
import { readSetting, writeSetting } from '../settings-store.ts';
import { dropSessionKey, keepSessionKey, sessionKey } from './session-key.ts';
import { sessionLock } from './vault-lock.ts';

const alarmName = 'lock-keys';
const minuteMs = 60_000;

const keepFor = async (
  keyId: string,
  bytes: Uint8Array<ArrayBuffer>,
  minutes: number,
): Promise<void> => {
  const lockAtMs = Date.now() + minutes * minuteMs;
  await keepSessionKey({ keyId, bytes, lockAtMs });
  await browser.alarms.create(alarmName, { when: lockAtMs });
};

/** Keeps an unlocked data key until the person has been away for as long as they chose. */
export const unlockWith = async (keyId: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  const minutes = await readSetting('autoLockMinutes');
  await sessionLock(() => keepFor(keyId, bytes, minutes));
};

/** The person is here: what is unlocked stays so for another while. Does nothing to what is locked. */
export const noteUse = async (): Promise<void> => {
  const minutes = await readSetting('autoLockMinutes');
  // Looked at and kept in one go: the press on 'Lock now' is a use as well, and must not undo itself.
  await sessionLock(async () => {
    const unlocked = await sessionKey(Date.now());
    if (unlocked) await keepFor(unlocked.keyId, unlocked.bytes, minutes);
  });
};

/** Forgets the unlocked key, now. */
export const lockKeys = async (): Promise<void> => {
  await sessionLock(async () => {
    await dropSessionKey();
    await browser.alarms.clear(alarmName);
  });
  announce('security');
};

/** Chooses after how many minutes without use the keys are locked; counts from now. */
export const chooseAutoLock = async (minutes: Settings['autoLockMinutes']): Promise<void> => {
  await writeSetting('autoLockMinutes', minutes);
  await noteUse();
  announce('security');
};

/** Locks when the time has come. Call while the worker starts. */
export const serveAutoLock = (): void => {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void lockIfDue();
  });
};

/** An alarm that came early is set again; one that a later use has overtaken finds nothing to do. */
const lockIfDue = async (): Promise<void> => {
  const unlocked = await sessionKey(Date.now());
  if (unlocked) await browser.alarms.create(alarmName, { when: unlocked.lockAtMs });
  else await lockKeys();
};
