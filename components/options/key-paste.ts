import type { AccountKeys } from '../../utils/domain/account.ts';

export type KeyField = keyof AccountKeys;

/** In the order X's developer console shows them. */
export const keyFields: readonly KeyField[] = [
  'apiKey',
  'apiKeySecret',
  'accessToken',
  'accessTokenSecret',
];

/** Names under which people keep these keys, longest first: `secret` decides between a pair. */
const labels: readonly (readonly [RegExp, KeyField])[] = [
  [/access.?token.?secret|oauth.?token.?secret/i, 'accessTokenSecret'],
  [/(api|consumer).?(key.?)?secret/i, 'apiKeySecret'],
  [/access.?token|oauth.?token/i, 'accessToken'],
  [/(api|consumer).?key/i, 'apiKey'],
];

/** What keys are made of, with the quotes and commas of settings files around them. */
const bareKey = /^["']?([\w-]{10,})["']?[,;]?$/;
const labelled = /^[\s"'{]*(.*?)["']?\s*[:=]\s*["']?([\w-]{10,})["']?[,;}\s]*$/;

interface Line {
  readonly field: KeyField | null;
  readonly value: string;
}

const fieldNamed = (label: string): KeyField | null =>
  labels.find(([pattern]) => pattern.test(label))?.[1] ?? null;

/** A line as a key, with the field it names where it names one; null for anything else. */
const readLine = (line: string): Line | null => {
  const bare = bareKey.exec(line.trim());
  if (bare?.[1]) return { field: null, value: bare[1] };
  const pair = labelled.exec(line);
  const field = pair?.[1] === undefined ? null : fieldNamed(pair[1]);
  return pair?.[2] && field ? { field, value: pair[2] } : null;
};

/** Joins a name that stands alone on its line with the key on the next one. */
const joinNames = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => {
    const before = lines[index - 1]?.trim() ?? '';
    const isName = before !== '' && !/[:=]\s*\S/.test(before) && fieldNamed(before) !== null;
    return isName && bareKey.test(line.trim())
      ? `${before.replace(/[:=]\s*$/, '')}: ${line}`
      : line;
  });

/**
 * Reads several keys from one pasted text: named lines (`API Key: …`, `ACCESS_TOKEN=…`, JSON) by their
 * names, unnamed lines in the console's order beginning at `start`. Null where it is just one key.
 */
export const splitKeys = (text: string, start: KeyField): Partial<AccountKeys> | null => {
  const rows = text.split(/\r?\n|\r|\t/).filter((line) => line.trim() !== '');
  const lines = joinNames(rows)
    .map(readLine)
    .filter((line) => line !== null);
  if (lines.length < 2 && !lines.some(({ field }) => field !== null)) return null;
  const found: { -readonly [K in KeyField]?: string } = {};
  for (const { field, value } of lines) if (field) found[field] = value;
  const named = new Set(Object.keys(found));
  const free = keyFields.slice(keyFields.indexOf(start)).filter((field) => !named.has(field));
  const unnamed = lines.filter(({ field }) => field === null);
  free.forEach((field, index) => {
    const line = unnamed[index];
    if (line) found[field] = line.value;
  });
  return found;
};
