import { parseAvatarAddress } from '../domain/profile-picture.ts';
import { jsonOf } from './errors.ts';

/** What this program reads of X's user object (X docs, user object, 2022; v1.1 shape). */
export interface User {
  /** `id_str`: the number beside it cannot be held exactly. */
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** `profile_image_url_https`, the 48 px variant. */
  readonly pictureUrl: string;
  /** `<id>/<token>` of the uploaded picture; null for the default one. */
  readonly pictureKey: string | null;
  readonly hasDefaultPicture: boolean;
}

/** Reads a v1.1 user object from a body's text; null where it is none. */
export const userOf = (text: string): User | null => {
  const body = jsonOf(text);
  if (typeof body !== 'object' || body === null) return null;
  const fields = body as Record<string, unknown>;
  const { id_str: id, screen_name: handle, name, profile_image_url_https: pictureUrl } = fields;
  if (typeof id !== 'string' || typeof handle !== 'string' || typeof pictureUrl !== 'string') {
    return null;
  }
  return {
    id,
    handle,
    name: typeof name === 'string' ? name : handle,
    pictureUrl,
    pictureKey: parseAvatarAddress(pictureUrl)?.key ?? null,
    hasDefaultPicture: fields['default_profile_image'] === true,
  };
};

/** Reads the user of a v2 answer (X docs, users/me, 2025: `data` with the fields asked for); null where it is none. */
export const userOfV2 = (text: string): User | null => {
  const body = jsonOf(text);
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : null;
  if (typeof data !== 'object' || data === null) return null;
  const { id, username, name, profile_image_url: pictureUrl } = data as Record<string, unknown>;
  if (typeof id !== 'string' || typeof username !== 'string' || typeof pictureUrl !== 'string') {
    return null;
  }
  const pictureKey = parseAvatarAddress(pictureUrl)?.key ?? null;
  return {
    id,
    handle: username,
    name: typeof name === 'string' ? name : username,
    pictureUrl,
    pictureKey,
    // v2 has no field for it; the default picture is the one without a key of its own.
    hasDefaultPicture: pictureKey === null,
  };
};
