/**
 * Percent-encodes text as OAuth wants it (RFC 3986 section 2.3: only letters, digits and `-._~` stay).
 * `encodeURIComponent` leaves five more characters bare, which X then refuses as a wrong signature.
 */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A list of decoded names and values, in order, duplicates allowed. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** Writes pairs as a query string or form body, spaces as `%20` so that it reads as it is signed. */
export const encodePairs = (pairs: Pairs): string =>
  pairs.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
