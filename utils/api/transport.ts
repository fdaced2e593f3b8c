import type { ApiError } from '../domain/api-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { apiErrorOf, type RawAnswer } from './errors.ts';
import { authorizationHeader, type SigningKeys } from './oauth1.ts';
import { encodePairs, type Pairs } from './percent-encode.ts';

/** What a call needs from outside, given so that calls can be tried with any clock and network. */
export interface ApiPorts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly nowMs: () => number;
  /** A fresh nonce of ASCII letters and digits from a cryptographic source. */
  readonly nonce: () => string;
}

/** Whom a call is for: where it goes and with which keys it is signed. */
export interface ApiAccess {
  readonly apiBase: string;
  readonly keys: SigningKeys;
  /** X's clock minus this machine's, where X has refused calls for it. */
  readonly clockSkewMs?: number;
  /** The user's id on that server, where an account goes by another one here. */
  readonly userId?: string | undefined;
}

/** One call. A `file` makes the body multipart, `form` makes it urlencoded; never both. */
export interface ApiCall {
  readonly method: 'GET' | 'POST';
  /** From the base, such as `/1.1/users/show.json`. */
  readonly path: string;
  readonly query?: Pairs;
  readonly form?: Pairs;
  /** Further oauth_* parameters, of the sign-in only. They go into the Authorization header. */
  readonly oauth?: Pairs;
  readonly file?: { readonly part: string; readonly blob: Blob; readonly name: string };
  readonly timeoutMs: number;
}

const noStatus = (kind: ApiError['kind'], message: string): ApiError => ({
  kind,
  status: null,
  code: null,
  message,
});

const bodyOf = (call: ApiCall): FormData | string | null => {
  if (call.file) {
    const form = new FormData();
    form.append(call.file.part, call.file.blob, call.file.name);
    return form;
  }
  return call.form ? encodePairs(call.form) : null;
};

const headersOf = (call: ApiCall, url: string, access: ApiAccess, ports: ApiPorts): Headers => {
  const authorization = authorizationHeader(
    {
      method: call.method,
      url,
      ...(call.form && { form: call.form }),
      ...(call.oauth && { oauth: call.oauth }),
    },
    access.keys,
    {
      nonce: ports.nonce(),
      timestampS: Math.floor((ports.nowMs() + (access.clockSkewMs ?? 0)) / 1000),
    },
  );
  // Who does not ask for JSON gets some refusals of the sign-in as XML.
  const headers = new Headers({ authorization, accept: 'application/json' });
  if (call.form) headers.set('content-type', 'application/x-www-form-urlencoded');
  return headers;
};

const failureOf = (error: unknown, signal: AbortSignal, timeout: AbortSignal): ApiError => {
  if (signal.aborted) return noStatus('cancelled', '');
  if (timeout.aborted) return noStatus('timedOut', '');
  // A refused redirect, a refused certificate and a lost line look the same to `fetch`.
  return noStatus('offline', error instanceof Error ? error.message : '');
};

/**
 * Makes one signed call and reads the whole answer. Sends no cookies and no referrer, follows no
 * redirect (a signature holds for one host only). Anything outside 2xx, and a line that fails, is an
 * `ApiError`: `offline`, `timedOut` and `cancelled` have no status.
 */
export const send = async (
  call: ApiCall,
  access: ApiAccess,
  ports: ApiPorts,
  signal: AbortSignal,
): Promise<Result<RawAnswer, ApiError>> => {
  const query = call.query?.length ? `?${encodePairs(call.query)}` : '';
  const url = `${access.apiBase}${call.path}${query}`;
  const timeout = AbortSignal.timeout(call.timeoutMs);
  try {
    const response = await ports.fetch(url, {
      method: call.method,
      headers: headersOf(call, url, access, ports),
      body: bodyOf(call),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.any([signal, timeout]),
    });
    const answer: RawAnswer = {
      status: response.status,
      headers: new Map(response.headers),
      text: await response.text(),
    };
    return response.ok ? ok(answer) : err(apiErrorOf(answer, ports.nowMs()));
  } catch (error) {
    return err(failureOf(error, signal, timeout));
  }
};
