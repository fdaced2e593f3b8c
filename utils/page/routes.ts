import { isReserved } from '../domain/handles.ts';

/** What an address of X shows, as far as the address alone can tell. */
export type XRoute =
  /** A profile. `header`: with its header; `below`: a page of it that has none; `unsure`: a part not known. */
  | { readonly kind: 'profile'; readonly handle: string; readonly part: ProfilePart }
  /** Something laid over whatever page was there before, which stays in the document. */
  | { readonly kind: 'overlay' }
  | { readonly kind: 'other' };

export type ProfilePart = 'header' | 'below' | 'unsure';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Lists below the header, and pictures laid over it (seen in extensions up to 2026-08-17). */
const withHeader = words(
  'with_replies media likes highlights articles affiliates superfollows photo header_photo nft about',
);

const withoutHeader = words(
  'followers following verified_followers followers_you_follow creator-subscriptions lists ' +
    'communities topics status statuses article',
);

/** Dialogs that X opens over the page one was on: first two segments. */
const overlays = words('settings/profile compose/post compose/tweet i/flow');

/** X's rule since 2009; older handles may be as short as one character. */
const handlePattern = /^\w{1,15}$/;

const partOf = (second: string | undefined): ProfilePart => {
  if (second === undefined || withHeader.has(second)) return 'header';
  return withoutHeader.has(second) ? 'below' : 'unsure';
};

/**
 * Reads an address of x.com or twitter.com; relative ones are taken as x.com's. Segments are compared
 * whole and without regard to case, so that `explorer_x` is a person and `Explore` is not. Anything
 * unreadable is `other`.
 */
export const routeOf = (address: string): XRoute => {
  const base = 'https://x.com';
  const path = URL.canParse(address, base) ? new URL(address, base).pathname : '';
  const [handle = ''] = path.split('/').filter(Boolean);
  const [first, second] = path.toLowerCase().split('/').filter(Boolean);
  if (overlays.has(`${first}/${second}`)) return { kind: 'overlay' };
  if (!handlePattern.test(handle) || isReserved(handle)) return { kind: 'other' };
  return { kind: 'profile', handle, part: partOf(second) };
};

/** True where two handles name the same person. */
export const sameHandle = (one: string, another: string): boolean =>
  one.toLowerCase() === another.toLowerCase();
