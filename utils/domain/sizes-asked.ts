import { isReserved } from './handles.ts';
import { type ImageUrl, parseImageUrl } from './image-urls/image-urls.ts';
import { err, ok, type Result } from './result.ts';

/** Whose or which picture is to be shown in every size. */
export type Asked =
  | { readonly kind: 'person'; readonly handle: string }
  | { readonly kind: 'picture'; readonly url: ImageUrl };

/** Why a text asks for nothing: empty, an address of something else, or no handle. */
export interface AskedProblem {
  readonly kind: 'empty' | 'otherAddress' | 'noHandle';
}

/** X's rule since 2009 is 15 characters; some older handles are longer. */
const handlePattern = /^@?([A-Za-z0-9_]{1,20})$/;
const profilePattern =
  /^(?:(?:https?:)?\/\/)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com(?::443)?\/([^/?#\s]+)/i;
const hasScheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

const personOf = (name: string): Result<Asked, AskedProblem> => {
  const handle = handlePattern.exec(name)?.[1];
  return handle === undefined ? err({ kind: 'noHandle' }) : ok({ kind: 'person', handle });
};

/**
 * Reads what a person typed or pasted: a handle with or without `@`, the address of a profile or of any page
 * below it, or the address of an avatar, a banner or the default picture. A scheme may be left out. Errors:
 * see `AskedProblem`.
 */
export const parseAsked = (text: string): Result<Asked, AskedProblem> => {
  const given = text.trim();
  if (given === '') return err({ kind: 'empty' });
  const url = parseImageUrl(hasScheme.test(given) ? given : `https://${given}`);
  if (url) return ok({ kind: 'picture', url });
  const segment = profilePattern.exec(given)?.[1];
  if (segment !== undefined)
    return isReserved(segment) ? err({ kind: 'otherAddress' }) : personOf(segment);
  return /[./:]/.test(given) ? err({ kind: 'otherAddress' }) : personOf(given);
};
