import type { AccountKeys } from '../domain/account.ts';
import { parseBannerRegion } from '../domain/parse-records.ts';
import { longestTyped, profileFieldNames } from '../domain/profile-fields.ts';
import { tidyName } from '../domain/history-rules.ts';
import { parseServerAddress } from '../domain/server.ts';
import { maxPassphraseLength } from '../domain/security.ts';
import { autoLockChoices } from '../domain/settings.ts';
import type { AppChoice } from '../domain/sign-in.ts';
import type { FromOwnPages, FromPage } from './messages.ts';

/** Longest key taken in; X's are about 50 characters. */
const maxKeyLength = 500;

const handlePattern = /^[A-Za-z0-9_]{1,20}$/;
/** X's user ids: digits, nineteen at most. */
const userIdPattern = /^\d{1,19}$/;
const idPattern = /^[A-Za-z0-9_-]{1,64}$/;

const fieldsOf = (data: unknown): Record<string, unknown> =>
  typeof data === 'object' && data !== null ? { ...data } : {};

const matching = (value: unknown, pattern: RegExp): string | null =>
  typeof value === 'string' && pattern.test(value) ? value : null;

const keyOf = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= maxKeyLength ? value.trim() : null;

/** A handle such as `ada_paints`; null unless it is one. X's handles have 15 characters, older ones more. */
export const parseStudioOpen = (data: unknown): FromPage['studio.open']['request'] | null => {
  const handle = matching(fieldsOf(data)['handle'], handlePattern);
  return handle === null ? null : { handle };
};

/** A server's address in exactly the form that `parseServerAddress` gives; anything else is no address. */
const apiBaseOf = (value: unknown): string | null => {
  const read = typeof value === 'string' && value !== '' ? parseServerAddress(value) : null;
  return read?.ok && read.value === value ? read.value : null;
};

/**
 * Four keys, trimmed, and the server they are for. They may be empty: which one is missing is for the
 * handler to say.
 */
export const parseAccountAdd = (data: unknown): FromOwnPages['account.add']['request'] | null => {
  const given = fieldsOf(fieldsOf(data)['keys']);
  const apiBase = apiBaseOf(fieldsOf(data)['apiBase']);
  if (apiBase === null) return null;
  const apiKey = keyOf(given['apiKey']);
  const apiKeySecret = keyOf(given['apiKeySecret']);
  const accessToken = keyOf(given['accessToken']);
  const accessTokenSecret = keyOf(given['accessTokenSecret']);
  if (apiKey === null || apiKeySecret === null) return null;
  if (accessToken === null || accessTokenSecret === null) return null;
  const keys: AccountKeys = { apiKey, apiKeySecret, accessToken, accessTokenSecret };
  return { keys, apiBase };
};

const appChoiceOf = (value: unknown): AppChoice | null => {
  const { kind, accountId, keys, apiBase } = fieldsOf(value);
  if (kind === 'account') {
    const id = matching(accountId, idPattern);
    return id === null ? null : { kind, accountId: id };
  }
  const given = fieldsOf(keys);
  const [apiKey, apiKeySecret] = [keyOf(given['apiKey']), keyOf(given['apiKeySecret'])];
  const server = apiBaseOf(apiBase);
  if (kind !== 'keys' || apiKey === null || apiKeySecret === null || server === null) return null;
  return { kind, keys: { apiKey, apiKeySecret }, apiBase: server };
};

/** Which app to sign in to, and how. */
export const parseSignInBegin = (data: unknown): FromOwnPages['signIn.begin']['request'] | null => {
  const fields = fieldsOf(data);
  const app = appChoiceOf(fields['app']);
  const { by } = fields;
  return app !== null && (by === 'pin' || by === 'redirect') ? { app, by } : null;
};

const longestPin = 100;
const longestReturned = 2_000;

/** What ends a sign-in: a PIN as typed, or an address. */
export const parseSignInFinish = (
  data: unknown,
): FromOwnPages['signIn.finish']['request'] | null => {
  const { pin, returned } = fieldsOf(data);
  if (typeof pin === 'string' && pin.length <= longestPin) return { pin };
  return typeof returned === 'string' && returned.length <= longestReturned ? { returned } : null;
};

/** An account by X's user id; null unless it is one. */
export const parseAccountId = (data: unknown): { readonly accountId: string } | null => {
  const accountId = matching(fieldsOf(data)['accountId'], idPattern);
  return accountId === null ? null : { accountId };
};

/** A job by its id; null unless it is one. */
export const parseJobId = (data: unknown): { readonly jobId: string } | null => {
  const jobId = matching(fieldsOf(data)['jobId'], idPattern);
  return jobId === null ? null : { jobId };
};

/** Whether the network has just come back; null unless it says. */
export const parseResume = (data: unknown): { readonly isBackOnline: boolean } | null => {
  const { isBackOnline } = fieldsOf(data);
  return typeof isBackOnline === 'boolean' ? { isBackOnline } : null;
};

/** The batch that something belongs to, if it names one; null where what it names is no id. */
const batchOf = (data: unknown): { readonly batchId?: string } | null => {
  const given = fieldsOf(data)['batchId'];
  if (given === undefined) return {};
  const batchId = matching(given, idPattern);
  return batchId === null ? null : { batchId };
};

/** A swap to begin: an account, the kind, and the key of a stored file. */
export const parseSwapStart = (data: unknown): FromOwnPages['swap.start']['request'] | null => {
  const fields = fieldsOf(data);
  const accountId = matching(fields['accountId'], idPattern);
  const blobKey = matching(fields['blobKey'], idPattern);
  const { kind, name } = fields;
  if (accountId === null || blobKey === null) return null;
  if (kind !== 'avatar' && kind !== 'banner') return null;
  const region = fields['region'] === undefined ? undefined : parseBannerRegion(fields['region']);
  if (region === null || (region && kind !== 'banner')) return null;
  const batch = batchOf(data);
  if (batch === null) return null;
  const isPrivate = fields['isPrivate'] === true;
  const tidy = typeof name === 'string' && !isPrivate ? tidyName(name) : undefined;
  return {
    accountId,
    kind,
    blobKey,
    isPrivate,
    ...(region && { region }),
    ...(tidy !== undefined && { name: tidy }),
    ...batch,
  };
};

/** Whose banner is to be taken away; null unless it is an account. */
export const parseBannerRemove = (
  data: unknown,
): FromOwnPages['banner.remove']['request'] | null => {
  const account = parseAccountId(data);
  const batch = batchOf(data);
  if (!account || !batch) return null;
  return { ...account, ...batch, isPrivate: fieldsOf(data)['isPrivate'] === true };
};

/** A swap to take back, by its job; null unless it is one. */
export const parseSwapUndo = (data: unknown): FromOwnPages['swap.undo']['request'] | null => {
  const fields = fieldsOf(data);
  const jobId = matching(fields['jobId'], idPattern);
  const isPrivate = fields['isPrivate'] === true;
  if (jobId === null) return null;
  if (fields['blobKey'] === undefined) return { jobId, isPrivate };
  const blobKey = matching(fields['blobKey'], idPattern);
  return blobKey === null ? null : { jobId, blobKey, isPrivate };
};

/** A user to look up, by handle or by X's id, and the account that asks; null unless both are there. */
export const parsePersonFind = (data: unknown): FromOwnPages['person.find']['request'] | null => {
  const fields = fieldsOf(data);
  const { handle, userId } = fieldsOf(fields['who']);
  const accountId = matching(fields['accountId'], idPattern);
  if (accountId === null) return null;
  const name = matching(handle, handlePattern);
  if (name !== null) return { who: { handle: name }, accountId };
  const id = matching(userId, userIdPattern);
  return id === null ? null : { who: { userId: id }, accountId };
};

/** Which saving of a profile is meant; null unless it is named. */
export const parseSaveId = (data: unknown): { readonly saveId: string } | null => {
  const saveId = matching(fieldsOf(data)['saveId'], idPattern);
  return saveId === null ? null : { saveId };
};

/**
 * An account, which of its profile's texts are to change, and a name for the call. Null where there is none,
 * one is no text or longer than any may be, or the name is blank, which X refuses.
 */
export const parseProfileSave = (data: unknown): FromOwnPages['profile.save']['request'] | null => {
  const [account, save] = [parseAccountId(data), parseSaveId(data)];
  const given = fieldsOf(fieldsOf(data)['changes']);
  const changes = profileFieldNames
    .filter((field) => given[field] !== undefined)
    .map((field) => [field, given[field]] as const);
  const isText = ([field, text]: (typeof changes)[number]): boolean =>
    typeof text === 'string' &&
    text.length <= longestTyped &&
    (field !== 'name' || text.trim() !== '');
  if (!account || !save || changes.length === 0 || !changes.every(isText)) return null;
  return { ...account, ...save, changes: Object.fromEntries(changes) };
};

const passphraseIn = (data: unknown, name: string): string | null => {
  const value = fieldsOf(data)[name];
  return typeof value === 'string' && value.length <= maxPassphraseLength ? value : null;
};

/** A passphrase as it was typed, spaces included; null unless it is text of a length that may be one. */
export const parsePassphrase = (data: unknown): { readonly passphrase: string } | null => {
  const passphrase = passphraseIn(data, 'passphrase');
  return passphrase === null ? null : { passphrase };
};

/** The current passphrase; null unless it is text of a length that may be one. */
export const parseCurrent = (data: unknown): { readonly current: string } | null => {
  const current = passphraseIn(data, 'current');
  return current === null ? null : { current };
};

/** The current passphrase and the next; null unless both are text of a length that may be one. */
export const parseChange = (data: unknown): FromOwnPages['security.change']['request'] | null => {
  const [current, next] = [passphraseIn(data, 'current'), passphraseIn(data, 'next')];
  return current === null || next === null ? null : { current, next };
};

/** One of the choices of minutes. */
export const parseMinutes = (data: unknown): { readonly minutes: number } | null => {
  const { minutes } = fieldsOf(data);
  return typeof minutes === 'number' && autoLockChoices.includes(minutes) ? { minutes } : null;
};

/** Of kinds that ask without saying more: whatever comes along is left behind. */
export const parseNothing = (): Readonly<Record<string, never>> => ({});
