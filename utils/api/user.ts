import { pictureKeyOf } from '../domain/image-urls/account-picture.ts';

/** What this program reads of a user object (X docs, user object, 2022; v1.1 shape). */
export interface User {
  /** `id_str`, else the digits of `id` as they came: as a number it may not be exact. */
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** `profile_image_url_https`, the 48 px variant; of other servers `profile_image_url`. */
  readonly pictureUrl: string;
  /**
   * `<id>/<token>` of the uploaded picture; null for X's default one. Of another server the address itself:
   * a new picture has a new one there.
   */
  readonly pictureKey: string | null;
  readonly hasDefaultPicture: boolean;
  /** `profile_banner_url`, which names no size; null where there is no banner. */
  readonly bannerUrl: string | null;
  /** `<user id>/<upload second>`; of another server the address itself. */
  readonly bannerKey: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** Older declarations of `JSON.parse` do not know the third argument (ES2026; Chrome 114, Firefox 135). */
type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

const digitsIn = (source = ''): string => (/^\d+$/.test(source) ? source : '');

/** Numbers named `id` become their digits: beyond 2^53 the number itself is another one. */
const keepDigits: Reviver = (key, value, context) =>
  key === 'id' && typeof value === 'number' ? digitsIn(context?.source) : value;

const fieldsOf = (text: string): Fields | null => {
  try {
    const body: unknown = JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1]);
    return typeof body === 'object' && body !== null ? (body as Fields) : null;
  } catch {
    return null;
  }
};

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const idOf = ({ id_str: idText, id }: Fields): string | null => {
  const found = textOf(idText) ?? textOf(id);
  return found !== null && /^[A-Za-z0-9_-]{1,64}$/.test(found) ? found : null;
};

const isWebAddress = (address: string): boolean => /^https?:\/\/./.test(address);

const bannerOf = (value: unknown): Pick<User, 'bannerUrl' | 'bannerKey'> => {
  const address = textOf(value);
  const bannerUrl = address !== null && isWebAddress(address) ? address : null;
  return { bannerUrl, bannerKey: bannerUrl && pictureKeyOf(bannerUrl) };
};

/** Reads a v1.1 user object, X's or another server's, from a body's text; null where it is none. */
export const userOf = (text: string): User | null => {
  const fields = fieldsOf(text);
  if (!fields) return null;
  const id = idOf(fields);
  const handle = textOf(fields['screen_name']);
  const pictureUrl =
    textOf(fields['profile_image_url_https']) ?? textOf(fields['profile_image_url']);
  if (id === null || handle === null || pictureUrl === null || !isWebAddress(pictureUrl)) {
    return null;
  }
  return {
    id,
    handle,
    name: textOf(fields['name']) ?? handle,
    pictureUrl,
    pictureKey: pictureKeyOf(pictureUrl),
    hasDefaultPicture: fields['default_profile_image'] === true,
    ...bannerOf(fields['profile_banner_url']),
  };
};

/** Reads the user of a v2 answer (X docs, users/me, 2025: `data` with the fields asked for); null where it is none. */
export const userOfV2 = (text: string): User | null => {
  const data = fieldsOf(text)?.['data'];
  if (typeof data !== 'object' || data === null) return null;
  const {
    id,
    username,
    name,
    profile_image_url: pictureUrl,
    profile_banner_url: banner,
  } = data as Fields;
  if (typeof id !== 'string' || typeof username !== 'string' || typeof pictureUrl !== 'string') {
    return null;
  }
  const pictureKey = pictureKeyOf(pictureUrl);
  return {
    id,
    handle: username,
    name: typeof name === 'string' ? name : username,
    pictureUrl,
    pictureKey,
    // v2 has no field for it; the default picture is the one without a key of its own.
    hasDefaultPicture: pictureKey === null,
    ...bannerOf(banner),
  };
};
