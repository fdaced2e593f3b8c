import type { Fault } from '../core/faults.ts';
import {
  codedError,
  customError,
  emptyAnswer,
  errorTable,
  pictureError,
  problem,
  textError,
  type ErrorCode,
} from './errors.ts';
import { rateHeaders } from './rate-windows.ts';
import type { ApiAnswer } from './types.ts';

type StatusFault = Extract<Fault, { kind: 'status' }>;

const codeByStatus: Record<number, ErrorCode> = { 429: 88, 500: 131, 503: 130, 453: 453 };

/** The made-up refusal a test asked for, in the shape X would give it. */
export function statusAnswer(fault: StatusFault, path: string, nowMs: number): ApiAnswer {
  // 453 is a code that X sends with a 403; as a status it is shorthand for both.
  const status = fault.status === 453 ? 403 : fault.status;
  const code = fault.code ?? codeByStatus[fault.status];
  const answer = bodyFor(fault, status, code, path);
  if (status === 429) {
    const resetS = Math.ceil(nowMs / 1000) + (fault.resetInS ?? 900);
    Object.assign(answer.headers, rateHeaders({ limit: 15, remaining: 0, resetS }));
  }
  if (fault.retryAfterS !== undefined) answer.headers['retry-after'] = String(fault.retryAfterS);
  return answer;
}

export function lockAnswer(): ApiAnswer {
  return codedError(326);
}

function bodyFor(
  fault: StatusFault,
  status: number,
  code: number | undefined,
  path: string,
): ApiAnswer {
  // 402 came as JSON on v2 in 2026, with no code of its own.
  const asProblem = path.startsWith('/2/') || (status === 402 && code === undefined);
  const message = errorTable[code as ErrorCode]?.[1] ?? `Made-up error ${status}`;
  const shape = fault.body ?? (asProblem ? 'problem' : code === undefined ? 'html' : 'errors');
  if (shape === 'errors') return customError(status, code ?? 131, message);
  if (shape === 'request') return pictureError(status, path, message);
  if (shape === 'empty') return emptyAnswer(status);
  if (shape === 'html') return textError(status, `<html><body>${message}</body></html>`);
  const credits = status === 402;
  return problem(
    status,
    credits ? 'CreditsDepleted' : message,
    credits ? 'The enrolled account has no credits left for this request.' : message,
    credits ? 'https://api.twitter.com/2/problems/credits' : 'about:blank',
  );
}
