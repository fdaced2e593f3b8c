import {
  codedError,
  emptyAnswer,
  errorTable,
  pictureError,
  problem,
  type ErrorCode,
} from './errors.ts';
import type { ApiAnswer } from './types.ts';

const problemBase = 'https://api.twitter.com/2/problems';

const problemTitles: Record<number, string> = {
  400: 'Invalid Request',
  401: 'Unauthorized',
  402: 'CreditsDepleted',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Problems with a type of their own: X docs, "Response codes and errors", 2026; reports of 2024. */
const problemTypes: Partial<Record<ErrorCode, string>> = {
  261: `${problemBase}/oauth1-permissions`,
  453: `${problemBase}/client-forbidden`,
};

/** The same refusal in the dialect of the path: v2 has no numeric codes. */
export function refusalFor(path: string, code: ErrorCode): ApiAnswer {
  if (!path.startsWith('/2/')) return codedError(code);
  // v2 knows no 400 for a missing signature: seen as 401 Unauthorized.
  const status = code === 215 ? 401 : errorTable[code][0];
  const title = problemTitles[status] ?? 'Error';
  const detail = problemTypes[code] ? errorTable[code][1] : title;
  return { ...problem(status, title, detail, problemTypes[code]), note: `code ${code}` };
}

/** v2's answer to a status without a code; 402 as seen in 2026. */
export function problemFor(status: number, code?: ErrorCode, message?: string): ApiAnswer {
  const credits = status === 402;
  const title = problemTitles[status] ?? 'Error';
  const detail = credits
    ? 'The enrolled account has no credits left for this request.'
    : code === undefined
      ? title
      : errorTable[code][1];
  const type = credits ? `${problemBase}/credits` : code && problemTypes[code];
  return problem(status, title, message ?? detail, type);
}

/** Seen with every 401 in recordings; the realm kept the old host. */
export function challenge(status: number, code?: ErrorCode): Record<string, string> {
  const isMeant = status === 401 || (code !== undefined && errorTable[code][0] === 401);
  if (!isMeant) return {};
  const suffix = code === undefined ? '' : `, api_error_code=${code}`;
  return { 'www-authenticate': `OAuth realm="https://api.twitter.com"${suffix}` };
}

/**
 * Ways in which X was seen to refuse a picture: all four kinds of body. A test asks for one by its
 * name, whatever the picture is really like.
 */
export const mediaRefusals = {
  /** Bytes or base64 that are no image: twitteroauth#361 and others, 2014 to 2018. */
  unrecognized: { status: 400, words: 'media type unrecognized.' },
  /** baedert/corebird#653, 2016. */
  dimensions: {
    status: 400,
    words: 'Image validation failed with errors: dimensions are not in 200x100..8192x8192',
  },
  /** sferik/x-ruby#48, 2025. */
  missing: { status: 400, words: 'banner parameter is missing' },
  /** A banner as a GIF: twitter4j's tests, 2012. */
  format: { status: 400, code: 211 },
  /** Seen for media, 2018. */
  tooLarge: { status: 400, code: 324 },
  /** FeedHive/twitter-api-client#33, 2021. */
  empty400: { status: 400 },
  /** FeedHive/twitter-api-client#100, 2022. */
  empty403: { status: 403 },
  /** X docs, account/update_profile_banner, 2015. */
  unusable: { status: 422 },
} as const satisfies Record<string, { status: number; words?: string; code?: ErrorCode }>;

export type MediaRefusal = keyof typeof mediaRefusals;

export function mediaRefusal(name: MediaRefusal, path: string): ApiAnswer {
  const known: { status: number; words?: string; code?: ErrorCode } = mediaRefusals[name];
  if (known.code !== undefined) return codedError(known.code);
  if (known.words === undefined) return emptyAnswer(known.status, name);
  return pictureError(known.status, path, known.words);
}
