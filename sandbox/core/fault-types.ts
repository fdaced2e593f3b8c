import type { MediaRefusal } from '../api/refusals.ts';

/** Which requests a fault is for; what is left out matches everything, except for `host`. */
export interface FaultMatch {
  /** Left out: both API hosts of X, so that no page or picture uses up a fault meant for a call. */
  host?: string;
  method?: string;
  /** Part of the path: `update_profile_image` will do. */
  path?: string;
  /** Handle or id of the account that the request claims to come from. */
  account?: string;
}

/**
 * The bodies of X's errors: (a) `errors`, (b) `request`, (c) `text` and the page `html`, (d) `empty`,
 * (e) `problem`; and the `xml` of the sign-in.
 */
export type FaultBody = 'errors' | 'request' | 'text' | 'html' | 'empty' | 'problem' | 'xml';

/** A day's allowance that is used up: `x-user-limit-24hour-*` or `x-app-limit-24hour-*`. */
export interface DayLimitSpent {
  who: 'user' | 'app';
  limit: number;
  /** 24 hours by default. */
  resetInS?: number;
}

/** Answer without doing the work. At least one of `status` and `code`. */
export interface StatusFault {
  kind: 'status';
  /** By default the one that the code comes with. 453 as a status means 403 and code 453. */
  status?: number;
  /** X's error code in the body; some statuses have a default. */
  code?: number;
  /** Instead of the code's own words. */
  message?: string;
  /** Which of X's error bodies; by default the one of the API version. */
  body?: FaultBody;
  /** Instead of the body's own; '' for none at all. X labels JSON as HTML at times. */
  contentType?: string;
  retryAfterS?: number;
  /** For 429 and 420: when x-rate-limit-reset says it ends. */
  resetInS?: number;
  /** For 429: a day's allowance is what ran out. */
  day?: DayLimitSpent;
}

export type FaultKind =
  /** Cut the connection; nothing was done. */
  | { kind: 'drop-before' }
  /** Do the work, then cut the connection without an answer. */
  | { kind: 'drop-after' }
  | StatusFault
  /** One of the ways in which X refuses a picture. */
  | { kind: 'refuse-media'; as: MediaRefusal }
  /** The work goes on even when the client has left meanwhile. */
  | { kind: 'slow'; ms: number; when?: 'before' | 'after' }
  /** The server's clock is off for this request: 135, and a Date header that shows it. */
  | { kind: 'clock'; shiftMs: number }
  | { kind: 'redirect'; toHost?: string; status?: 301 | 302 | 307 | 308 }
  /** The token is revoked from this request on; `after`: only once its work is done. */
  | { kind: 'revoke'; when?: 'before' | 'after' }
  /** Code 326. */
  | { kind: 'lock' };

export type Fault = FaultKind & {
  match?: FaultMatch;
  /** How many requests it hits; 1 by default. */
  count?: number | 'always';
  /** How many matching requests it lets pass first; none by default. */
  after?: number;
};
