import { vi } from 'vitest';
import type { OwnHandlers, PageHandlers } from '../messaging.ts';
import * as parse from '../parse-message.ts';

/** Stands for every handler: tests look at whether it was reached. */
export const handle = vi.fn(() => Promise.resolve(null));

/** The handlers that content scripts may reach. */
export const page: PageHandlers = { 'studio.open': { parse: parse.parseStudioOpen, handle } };
/** The handlers that only our own pages may reach. */
export const own: OwnHandlers = {
  'account.add': { parse: parse.parseAccountAdd, handle: handle as never },
  'account.remove': { parse: parse.parseAccountId, handle },
  'account.makeDefault': { parse: parse.parseAccountId, handle },
  'signIn.begin': { parse: parse.parseSignInBegin, handle: handle as never },
  'signIn.finish': { parse: parse.parseSignInFinish, handle: handle as never },
  'signIn.open': { parse: parse.parseNothing, handle: handle as never },
  'signIn.cancel': { parse: parse.parseNothing, handle },
  'signIn.state': { parse: parse.parseNothing, handle },
  'swap.start': { parse: parse.parseSwapStart, handle: handle as never },
  'banner.remove': { parse: parse.parseBannerRemove, handle: handle as never },
  'swap.undo': { parse: parse.parseSwapUndo, handle: handle as never },
  'swap.retry': { parse: parse.parseJobId, handle },
  'swap.cancel': { parse: parse.parseJobId, handle },
  'swap.resume': { parse: parse.parseResume, handle },
  'person.find': { parse: parse.parsePersonFind, handle: handle as never },
  'profile.load': { parse: parse.parseAccountId, handle: handle as never },
  'profile.save': { parse: parse.parseProfileSave, handle: handle as never },
  'profile.cancel': { parse: parse.parseSaveId, handle },
  'security.unlock': { parse: parse.parsePassphrase, handle: handle as never },
  'security.lock': { parse: parse.parseNothing, handle },
  'security.set': { parse: parse.parsePassphrase, handle: handle as never },
  'security.change': { parse: parse.parseChange, handle: handle as never },
  'security.remove': { parse: parse.parseCurrent, handle: handle as never },
  'security.autoLock': { parse: parse.parseMinutes, handle },
  'everything.erase': { parse: parse.parseNothing, handle },
};

export const apiBase = 'https://api.x.com';
export const keys = { apiKey: 'a', apiKeySecret: 'b', accessToken: 'c', accessTokenSecret: 'd' };
export const start = { accountId: '1', kind: 'avatar', blobKey: 'b' };

/** Data that every kind takes. */
export const goodData: Record<keyof OwnHandlers, unknown> = {
  'account.add': { keys, apiBase },
  'account.remove': { accountId: '1' },
  'account.makeDefault': { accountId: '7-0123456789abcdef' },
  'signIn.begin': { app: { kind: 'account', accountId: '1' }, by: 'pin' },
  'signIn.finish': { pin: '0123456' },
  'signIn.open': {},
  'signIn.cancel': {},
  'signIn.state': {},
  'swap.start': start,
  'banner.remove': { accountId: '1' },
  'swap.undo': { jobId: '1', blobKey: 'b' },
  'swap.retry': { jobId: '1' },
  'swap.cancel': { jobId: '1' },
  'swap.resume': { isBackOnline: true },
  'person.find': { who: { handle: 'ada_paints' }, accountId: '1' },
  'profile.load': { accountId: '1' },
  'profile.save': { accountId: '1', changes: { location: '' }, saveId: 's' },
  'profile.cancel': { saveId: 's' },
  'security.unlock': { passphrase: 'a long one' },
  'security.lock': {},
  'security.set': { passphrase: 'a long one' },
  'security.change': { current: 'a long one', next: 'another one' },
  'security.remove': { current: 'a long one' },
  'security.autoLock': { minutes: 15 },
  'everything.erase': {},
};
