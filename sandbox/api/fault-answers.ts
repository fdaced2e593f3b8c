import type { StatusFault } from '../core/faults.ts';
import {
  codedError,
  customError,
  emptyAnswer,
  errorTable,
  pictureError,
  textError,
  xmlError,
  type ErrorCode,
} from './errors.ts';
import { dayHeaders, rateHeaders } from './rate-windows.ts';
import { challenge, problemFor } from './refusals.ts';
import type { ApiAnswer } from './types.ts';

/** 420 is what 429 was called once. */
const codeByStatus: Record<number, ErrorCode> = {
  410: 251,
  420: 88,
  429: 88,
  453: 453,
  500: 131,
  503: 130,
};

/** The made-up refusal a test asked for, in the shape X would give it. */
export function statusAnswer(fault: StatusFault, path: string, nowMs: number): ApiAnswer {
  const code = (fault.code ?? codeByStatus[fault.status ?? 0]) as ErrorCode | undefined;
  // 453 is a code that X sends with a 403; as a status it is shorthand for both.
  const asked = fault.status === 453 ? 403 : fault.status;
  const status = asked ?? (code && errorTable[code]?.[0]) ?? 400;
  const made = bodyFor(fault, status, code, path);
  const headers = {
    ...made.headers,
    ...challenge(status, code),
    ...waitHeaders(fault, status, nowMs),
  };
  if (fault.contentType !== undefined) headers['content-type'] = fault.contentType;
  if (headers['content-type'] === '') delete headers['content-type'];
  return { ...made, headers };
}

export function lockAnswer(): ApiAnswer {
  return codedError(326);
}

function waitHeaders(fault: StatusFault, status: number, nowMs: number): Record<string, string> {
  const headers: Record<string, string> = {};
  const nowS = Math.ceil(nowMs / 1000);
  if (status === 429 || status === 420) {
    const resetS = nowS + (fault.resetInS ?? 900);
    Object.assign(headers, rateHeaders({ limit: 15, remaining: fault.day ? 14 : 0, resetS }));
  }
  if (fault.day) {
    const { who, limit, resetInS = 86_400 } = fault.day;
    Object.assign(headers, dayHeaders(who, { limit, remaining: 0, resetS: nowS + resetInS }));
  }
  if (fault.retryAfterS !== undefined) headers['retry-after'] = String(fault.retryAfterS);
  return headers;
}

function bodyFor(
  fault: StatusFault,
  status: number,
  code: ErrorCode | undefined,
  path: string,
): ApiAnswer {
  // 402 came as JSON on v2 in 2026, with no code of its own.
  const asProblem = path.startsWith('/2/') || (status === 402 && code === undefined);
  const known = code && errorTable[code]?.[1];
  const message = fault.message ?? known ?? `Made-up error ${status}`;
  const shape = fault.body ?? (asProblem ? 'problem' : code === undefined ? 'html' : 'errors');
  switch (shape) {
    case 'errors':
      return customError(status, code ?? 131, message);
    case 'request':
      return pictureError(status, path, message);
    case 'empty':
      return emptyAnswer(status);
    case 'text':
      return textError(status, message);
    case 'html':
      return textError(status, `<html><body>${message}</body></html>`);
    case 'xml':
      return xmlError(status, code ?? 131, message);
    case 'problem':
      return problemFor(status, code, fault.message);
  }
}
