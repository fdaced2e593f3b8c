import type { ApiAnswer } from './types.ts';

const json = { 'content-type': 'application/json;charset=utf-8' };
const html = { 'content-type': 'text/html;charset=utf-8' };

/** X docs, "Response codes", 2019 list and later pages; wording kept short where it is X's own. */
export const errorTable = {
  17: [404, 'No user matches for specified terms.'],
  18: [403, 'Too many terms specified in query.'],
  32: [401, 'Could not authenticate you.'],
  34: [404, 'Sorry, that page does not exist.'],
  50: [404, 'User not found.'],
  63: [403, 'User has been suspended.'],
  64: [403, 'Your account is suspended and is not permitted to access this feature.'],
  88: [429, 'Rate limit exceeded'],
  89: [401, 'Invalid or expired token.'],
  130: [503, 'Over capacity'],
  131: [500, 'Internal error'],
  135: [401, 'Timestamp out of bounds.'],
  211: [400, 'Image error: not an accepted format'],
  215: [400, 'Bad Authentication data.'],
  261: [403, 'Application cannot perform write actions.'],
  326: [403, 'To protect our users, this account is temporarily locked. Log in to unlock it.'],
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

/** The same refusal in the dialect of the path: v2 has no numeric codes. */
export function refusalFor(path: string, code: ErrorCode): ApiAnswer {
  if (!path.startsWith('/2/')) return codedError(code);
  // v2 knows no 400 for a missing signature: seen as 401 Unauthorized.
  const status = code === 215 ? 401 : errorTable[code][0];
  const title = problemTitles[status] ?? 'Error';
  const answer = problem(status, title, code === 453 ? errorTable[453][1] : title);
  return { ...answer, note: `code ${code}` };
}
