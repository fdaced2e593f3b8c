import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApiErrorKind } from '../domain/api-error.ts';
import { kindOfCode } from './error-codes.ts';
import { apiErrorOf } from './errors.ts';

const nowMs = 1_700_000_000_000;

const errorOf = (status: number, text: string, headers: readonly [string, string][] = []) =>
  apiErrorOf({ status, text, headers: new Map(headers) }, nowMs);

const list = (code: number, message = 'm'): string =>
  JSON.stringify({ errors: [{ code, message }] });

describe('the five body shapes', () => {
  test.each<
    [name: string, status: number, text: string, ApiErrorKind, code: number | null, message: string]
  >([
    [
      'errors list',
      401,
      list(89, 'Invalid or expired token.'),
      'tokenRevoked',
      89,
      'Invalid or expired token.',
    ],
    [
      'error text',
      400,
      '{"request":"/1.1/a.json","error":"media type unrecognized."}',
      'imageRefused',
      null,
      'media type unrecognized.',
    ],
    [
      'bare text',
      401,
      'Error processing your OAuth request',
      'keysRefused',
      null,
      'Error processing your OAuth request',
    ],
    [
      'markup',
      503,
      '<html><body><h1>Over  capacity</h1></body></html>',
      'overCapacity',
      null,
      'Over capacity',
    ],
    [
      'XML of the sign-in',
      403,
      '<?xml version="1.0" encoding="UTF-8"?>\n<errors>\n<error code="415">Callback URL not approved for this client application.</error>\n</errors>',
      'callbackNotApproved',
      415,
      'Callback URL not approved for this client application.',
    ],
    [
      'XML without a code',
      401,
      "<hash><error>Desktop applications only support the oauth_callback value 'oob'</error></hash>",
      'pinOnly',
      null,
      "Desktop applications only support the oauth_callback value 'oob'",
    ],
    [
      'a wrong PIN',
      401,
      'Error processing your OAuth request: Invalid oauth_verifier parameter',
      'wrongPin',
      null,
      'Error processing your OAuth request: Invalid oauth_verifier parameter',
    ],
    [
      'a used request token',
      401,
      'This feature is temporarily unavailable',
      'signInOver',
      null,
      'This feature is temporarily unavailable',
    ],
    [
      'no request token',
      401,
      'Reverse auth credentials are invalid',
      'signInOver',
      null,
      'Reverse auth credentials are invalid',
    ],
    [
      'a server that is only busy',
      503,
      '<h1>Service Temporarily Unavailable</h1>',
      'overCapacity',
      null,
      'Service Temporarily Unavailable',
    ],
    [
      'read-only keys of another server',
      401,
      '{"error":"API resource requires read-write access, but you only have read access.","request":"/api/1.1/x"}',
      'readOnlyKeys',
      null,
      'API resource requires read-write access, but you only have read access.',
    ],
    ['nothing', 403, '', 'refused', null, ''],
    [
      'v2 problem',
      403,
      '{"title":"Forbidden","detail":"d","type":"https://api.x.com/2/problems/oauth1-permissions","status":403}',
      'readOnlyKeys',
      null,
      'Forbidden · d · https://api.x.com/2/problems/oauth1-permissions',
    ],
    [
      'v2 problem with errors',
      403,
      '{"title":"T","type":"x","errors":[{"message":"inner"}]}',
      'refused',
      null,
      'T · x',
    ],
    [
      'list without a code',
      400,
      '{"errors":[{"message":"image parameter is missing"}]}',
      'badRequest',
      null,
      'image parameter is missing',
    ],
    ['odd list', 500, '{"errors":"no"}', 'serverError', null, ''],
    ['array', 500, '[1]', 'serverError', null, '[1]'],
  ])('%s', (_name, status, text, kind, code, message) => {
    expect(errorOf(status, text)).toMatchObject({ kind, code, message, status });
  });
});

test('every code of the table decides over the status', () => {
  for (const [code, kind] of kindOfCode) expect(errorOf(400, list(code)).kind).toBe(kind);
});

test.each<[status: number, ApiErrorKind]>([
  [401, 'keysRefused'],
  [402, 'creditsUsedUp'],
  [404, 'endpointGone'],
  [413, 'imageTooLarge'],
  [418, 'refused'],
  [420, 'rateLimited'],
  [422, 'imageTooLarge'],
  [429, 'rateLimited'],
  [500, 'serverError'],
  [502, 'serverError'],
  [503, 'overCapacity'],
])('status %i without a known code is %s', (status, kind) => {
  expect(errorOf(status, '').kind).toBe(kind);
  expect(errorOf(status, list(99_999)).kind).toBe(kind);
});

describe('waiting', () => {
  test('takes the reset header, in seconds', () => {
    const error = errorOf(429, list(88), [['x-rate-limit-reset', '1700000900']]);
    expect(error.retryAtMs).toBe(1_700_000_900_000);
  });

  test('takes the 24-hour header, then retry-after', () => {
    expect(errorOf(429, '', [['x-user-limit-24hour-reset', '1700001000']]).retryAtMs).toBe(
      1_700_001_000_000,
    );
    expect(errorOf(503, '', [['retry-after', '30']]).retryAtMs).toBe(nowMs + 30_000);
  });

  test('tells nothing where X tells nothing, and only for kinds that wait', () => {
    expect(errorOf(429, list(88))).not.toHaveProperty('retryAtMs');
    expect(errorOf(401, list(32), [['x-rate-limit-reset', '1700000900']])).not.toHaveProperty(
      'retryAtMs',
    );
  });
});

test('a wrong clock comes with the difference to the date header', () => {
  const date = new Date(nowMs + 600_000).toUTCString();
  expect(errorOf(401, list(135), [['date', date]]).clockSkewMs).toBe(600_000);
  expect(errorOf(401, list(32), [['date', date]])).not.toHaveProperty('clockSkewMs');
});

test('long messages are cut, and no body of any kind throws', () => {
  expect(errorOf(500, 'x'.repeat(5000)).message).toHaveLength(300);
  fc.assert(
    fc.property(
      fc.integer({ min: 300, max: 599 }),
      fc.oneof(fc.string(), fc.json()),
      (status, text) => {
        const { message, kind } = errorOf(status, text);
        expect(message.length).toBeLessThanOrEqual(300);
        expect(kind).toBeTruthy();
      },
    ),
  );
});
