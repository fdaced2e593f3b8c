import type { ApiError } from '../domain/api-error.ts';
import {
  type ProfileChanges,
  type ProfileField,
  profileFieldNames,
} from '../domain/profile-fields.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { ask, type Caller, readTimeoutMs } from './endpoints.ts';
import { jsonOf } from './errors.ts';
import { type Fields, fieldsOf } from './fields.ts';
import type { Pairs } from './percent-encode.ts';
import type { ApiCall } from './transport.ts';

/** What a user object says of a profile's texts. Fields that it leaves out are left out here. */
export type ProfileSeen = ProfileChanges;

/** Short links by what they point to, from one `urls` of a user object's entities. */
const linksOf = (entity: unknown): ReadonlyMap<string, string> => {
  const { urls } = fieldsOf(entity);
  const pairs = (Array.isArray(urls) ? (urls as unknown[]) : []).map(fieldsOf);
  return new Map(
    pairs.flatMap(({ url, expanded_url: full }) =>
      typeof url === 'string' && url !== '' && typeof full === 'string' && full !== ''
        ? [[url, full] as const]
        : [],
    ),
  );
};

/**
 * Puts what links point to in their places. In one pass, so that what was put in is not read again; by the
 * links' own text, because their positions are counted differently from server to server.
 */
const expand = (text: string, links: ReadonlyMap<string, string>): string =>
  text.replace(/https?:\/\/[^\s<>"']+/g, (found) => {
    const known = [...links.keys()]
      .filter((link) => found.startsWith(link))
      .toSorted((one, other) => other.length - one.length)[0];
    return known === undefined ? found : `${links.get(known)}${found.slice(known.length)}`;
  });

/** Null stands for nothing in it; what is no text at all is as good as left out. */
const textOf = (value: unknown): string | undefined => {
  if (value === null) return '';
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : undefined;
};

const seenIn = (user: Fields): ProfileSeen => {
  const { url: website, description: bio } = fieldsOf(user['entities']);
  const links: Partial<Record<ProfileField, ReadonlyMap<string, string>>> = {
    url: linksOf(website),
    description: linksOf(bio),
  };
  const seen: Partial<Record<ProfileField, string>> = {};
  for (const field of profileFieldNames) {
    const text = textOf(user[field]);
    if (text !== undefined) seen[field] = expand(text, links[field] ?? new Map());
  }
  return seen;
};

/**
 * The texts of a profile from a v1.1 user object or a v2 answer, as a body's text: short links are replaced
 * by what `entities` says they point to (X docs, user object, 2022: `entities.url.urls[0].expanded_url`,
 * `entities.description.urls[]`; v2 has the same). Null where it is no user object.
 */
export const profileSeenIn = (text: string): ProfileSeen | null => {
  const body = fieldsOf(jsonOf(text));
  const user = 'data' in body ? fieldsOf(body['data']) : body;
  const isUser = typeof (user['screen_name'] ?? user['username']) === 'string';
  return isUser ? seenIn(user) : null;
};

const withEntities: Pairs = [
  ['include_entities', 'true'],
  ['skip_status', 'true'],
];

const profileFrom = async (
  caller: Caller,
  call: Omit<ApiCall, 'timeoutMs'>,
): Promise<Result<ProfileSeen, ApiError>> => {
  const answer = await ask(caller, { ...call, timeoutMs: readTimeoutMs });
  if (!answer.ok) return answer;
  const { text, status } = answer.value;
  const seen = profileSeenIn(text);
  return seen ? ok(seen) : err({ kind: 'badAnswer', status, code: null, message: '' });
};

/** GET users/show by numeric id, for a profile's texts (X docs, 2022). Errors: any `ApiError`. */
export const showProfile = (caller: Caller, userId: string) =>
  profileFrom(caller, {
    method: 'GET',
    path: '/1.1/users/show.json',
    query: [
      ['user_id', userId],
      ['include_entities', 'true'],
    ],
  });

/** GET account/verify_credentials, for a profile's texts (X docs, 2022). Errors: any `ApiError`. */
export const showOwnProfile = (caller: Caller) =>
  profileFrom(caller, {
    method: 'GET',
    path: '/1.1/account/verify_credentials.json',
    query: withEntities,
  });

/** GET 2/users/me, for a profile's texts (X docs, users/me, 2025). Errors: any `ApiError`. */
export const showMyProfile = (caller: Caller) =>
  profileFrom(caller, {
    method: 'GET',
    path: '/2/users/me',
    query: [['user.fields', 'name,url,location,description,entities']],
  });

/**
 * POST account/update_profile with the fields that are to change, as an urlencoded form; empty text clears
 * one (X docs, 2022; recorded 2019). The profile in the reply is the new one already. Errors: any
 * `ApiError`; `valueTooLong` (code 120), whose message holds the maximum.
 */
export const updateProfile = (caller: Caller, changes: ProfileChanges) =>
  profileFrom(caller, {
    method: 'POST',
    path: '/1.1/account/update_profile.json',
    form: [...Object.entries(changes), ...withEntities],
  });
