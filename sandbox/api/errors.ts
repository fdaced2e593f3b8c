import { signInErrors } from '../sign-in/sign-in-facts.ts';
import type { ApiAnswer } from './types.ts';

const json = { 'content-type': 'application/json;charset=utf-8' };
const html = { 'content-type': 'text/html;charset=utf-8' };

/**
 * X docs, "Response codes", 2019 list and later pages; wording kept short where it is X's own. Seen in
 * reports: 64 also with 410, 211 (twitter4j tests, 2012), 453 (since 2023).
 */
export const errorTable = {
  17: [404, 'No user matches for specified terms.'],
  18: [403, 'Too many terms specified in query.'],
  32: [401, 'Could not authenticate you.'],
  34: [404, 'Sorry, that page does not exist.'],
  38: [400, 'A required parameter is missing.'],
  50: [404, 'User not found.'],
  63: [403, 'User has been suspended.'],
  64: [403, 'Your account is suspended and is not permitted to access this feature.'],
  68: [410, 'The Twitter REST API v1 is no longer active.'],
  87: [403, 'Client is not permitted to perform this action.'],
  88: [429, 'Rate limit exceeded'],
  89: [401, 'Invalid or expired token.'],
  92: [403, 'SSL is required'],
  99: [403, 'Unable to verify your credentials.'],
  120: [403, 'Account update failed: value is too long.'],
  130: [503, 'Over capacity'],
  131: [500, 'Internal error'],
  135: [401, 'Timestamp out of bounds.'],
  179: [403, 'Sorry, you are not authorized to see this status.'],
  185: [403, 'User is over daily status update limit.'],
  187: [403, 'Status is a duplicate.'],
  211: [400, 'Image error: not an accepted format'],
  215: [400, 'Bad Authentication data.'],
  220: [403, 'Your credentials do not allow access to this resource.'],
  226: [403, 'This request looks like it might be automated.'],
  231: [403, 'User must verify login.'],
  251: [410, 'This endpoint has been retired and should not be used.'],
  261: [403, 'Application cannot perform write actions.'],
  324: [400, 'Image dimensions must be >= 4x4 and <= 8192x8192'],
  325: [400, 'A media id was not found.'],
  326: [403, 'To protect our users, this account is temporarily locked. Log in to unlock it.'],
  415: signInErrors[415],
  416: signInErrors[416],
  417: signInErrors[417],
  453: [403, 'Your access level does not include this endpoint.'],
} as const satisfies Record<number, readonly [status: number, message: string]>;

export type ErrorCode = keyof typeof errorTable;

/** Shape (a): `{"errors":[{code, message}]}`. */
export function codedError(code: ErrorCode): ApiAnswer {
  const [status, message] = errorTable[code];
  return customError(status, code, message);
}

export function customError(status: number, code: number, message: string): ApiAnswer {
  const body = JSON.stringify({ errors: [{ code, message }] });
  return { status, headers: { ...json }, body, note: `code ${code}` };
}

/** Code 38; seen for a banner part under a wrong name. */
export function parameterMissing(name: string): ApiAnswer {
  return customError(400, 38, `${name} parameter is missing.`);
}

/** Shape (b): `{"request", "error"}`, for trouble with a picture. */
export function pictureError(status: number, path: string, error: string): ApiAnswer {
  const body = JSON.stringify({ request: path, error });
  return { status, headers: { ...json }, body, note: error };
}

/** Shape (c): bare text that calls itself HTML. */
export function textError(status: number, text: string): ApiAnswer {
  return { status, headers: { ...html }, body: text, note: text };
}

/** What the sign-in says to clients that do not ask for JSON (reports of 2018 to 2023). */
export function xmlError(status: number, code: number, message: string): ApiAnswer {
  const words = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const body = `<?xml version='1.0' encoding='UTF-8'?><errors><error code="${code}">${words}</error></errors>`;
  const headers = { 'content-type': 'application/xml;charset=utf-8' };
  return { status, headers, body, note: `code ${code}` };
}

/** Shape (d): nothing but a status, under an HTML content type. Banner success looks like it. */
export function emptyAnswer(status: number, note?: string): ApiAnswer {
  return { status, headers: { ...html }, body: '', ...(note === undefined ? {} : { note }) };
}

/** Shape (e): v2 problem JSON. X docs, "Response codes and errors", 2026. */
export function problem(
  status: number,
  title: string,
  detail: string,
  type = 'about:blank',
  extra: Record<string, unknown> = {},
): ApiAnswer {
  const body = JSON.stringify({ ...extra, title, detail, type, status });
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    body,
    note: detail,
  };
}

export function jsonAnswer(value: unknown, note?: string): ApiAnswer {
  return {
    status: 200,
    headers: { ...json },
    body: JSON.stringify(value),
    ...(note === undefined ? {} : { note }),
  };
}
