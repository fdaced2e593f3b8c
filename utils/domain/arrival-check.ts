import type { ApiError, ApiErrorKind } from './api-error.ts';
import { firstLookAfterMs } from './limits.ts';

/*
 * An upload whose answer never came may still be on its way: X works on what it has received, whether
 * anybody waits for the answer or not. Before such a picture is sent again, what X shows is looked at
 * several times, for a minute.
 */

/**
 * When to look after the connection broke, in ms. Five looks: the first as after any upload, the rest
 * further and further apart. The last one decides.
 */
export const checkAfterMs: readonly number[] = [
  firstLookAfterMs + 500,
  12_000,
  24_000,
  40_000,
  60_000,
];

/** For so long after the connection broke nothing is sent again, in ms. */
export const checkSpanMs = 60_000;

/** Failures after which X may have taken the file all the same. */
const mayHaveDoneIt: ReadonlySet<ApiErrorKind> = new Set([
  'offline',
  'timedOut',
  'serverError',
  'overCapacity',
]);

/**
 * X's own words that it failed. Everything else, the 502 and 504 of a gateway included, says only that
 * nobody waits for the answer any more.
 */
const isAnswerOfX = ({ kind, status }: ApiError): boolean =>
  kind === 'overCapacity' || (kind === 'serverError' && status === 500);

/** Whether X may have done what a failed upload asked for. */
export const mayHaveArrived = ({ kind }: ApiError): boolean => mayHaveDoneIt.has(kind);

/** Whether X may still be at work on a failed upload, so that one look does not tell. */
export const mayStillArrive = (error: ApiError): boolean =>
  mayHaveArrived(error) && !isAnswerOfX(error);

/** The part of a job that says when it is looked at, and until when it is not sent again. Unix ms. */
export interface CheckTimes {
  readonly checkUntilMs: number;
  readonly dueAtMs: number;
}

/** For an upload whose connection broke at `lostAtMs` (Unix ms), and of which X said nothing. */
export const checkFrom = (lostAtMs: number): CheckTimes => ({
  checkUntilMs: lostAtMs + checkSpanMs,
  dueAtMs: nextCheckAtMs(lostAtMs + checkSpanMs, lostAtMs),
});

/** For an upload that X itself said it failed at, at `nowMs`: one look, as after any upload. */
export const checkOnceFrom = (nowMs: number): CheckTimes => {
  const atMs = nowMs + firstLookAfterMs + 500;
  return { checkUntilMs: atMs, dueAtMs: atMs };
};

/** The next look, Unix ms; at `checkUntilMs` or once that has passed it is the last. */
export const nextCheckAtMs = (checkUntilMs: number, nowMs: number): number => {
  const lostAtMs = checkUntilMs - checkSpanMs;
  const next = checkAfterMs.find((afterMs) => lostAtMs + afterMs > nowMs);
  return next === undefined ? checkUntilMs : lostAtMs + next;
};
