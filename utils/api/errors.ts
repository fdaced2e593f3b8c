import type { ApiError, ApiErrorKind } from '../domain/api-error.ts';
import { kindOfCode, kindOfStatus, kindOfText } from './error-codes.ts';

/** An answer as the transport read it. Header names in lower case. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

interface Told {
  readonly code: number | null;
  readonly message: string;
}

const maxMessageLength = 300;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** JSON of the body, or null: X's content types say nothing reliable about what the body holds. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

const fromErrorsList = (body: Record<string, unknown>): Told | null => {
  const first: unknown = Array.isArray(body['errors']) ? body['errors'][0] : null;
  if (!isRecord(first)) return null;
  const code = typeof first['code'] === 'number' ? first['code'] : null;
  return { code, message: textOf(first['message']) || textOf(first['detail']) };
};

const fromProblem = (body: Record<string, unknown>): Told | null => {
  const title = textOf(body['title']);
  if (!title) return null;
  return {
    code: null,
    message: [title, textOf(body['detail']), textOf(body['type'])].filter(Boolean).join(' · '),
  };
};

const plainText = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const xmlError = /<error(?:\s+code="(\d+)")?\s*>([^<]*)<\/error>/;

/** The sign-in's own refusals come as XML to whoever does not ask for JSON, and now and then all the same. */
const fromXml = (text: string): Told | null => {
  const [, code, message = ''] = xmlError.exec(text) ?? [];
  return code === undefined && message === ''
    ? null
    : { code: code === undefined ? null : Number(code), message: message.trim() };
};

/** Reads any of the body shapes: errors list, `error` text, v2 problem, XML, bare text, nothing. */
const toldBy = (text: string): Told => {
  const body = jsonOf(text);
  if (!isRecord(body)) return fromXml(text) ?? { code: null, message: plainText(text) };
  const list = fromErrorsList(body);
  if (list && (list.code !== null || (list.message && !textOf(body['title'])))) return list;
  return fromProblem(body) ?? { code: null, message: textOf(body['error']) };
};

const kindFor = (status: number, { code, message }: Told): ApiErrorKind => {
  const byCode = code === null ? undefined : kindOfCode.get(code);
  if (byCode) return byCode;
  const byText = kindOfText.find(([pattern]) => pattern.test(message))?.[1];
  return byText ?? kindOfStatus.get(status) ?? (status >= 500 ? 'serverError' : 'refused');
};

const retryAtMs = (headers: ReadonlyMap<string, string>, nowMs: number): number | undefined => {
  const resetS = Number(
    headers.get('x-rate-limit-reset') ?? headers.get('x-user-limit-24hour-reset'),
  );
  if (resetS > 0) return resetS * 1000;
  const afterS = Number(headers.get('retry-after'));
  return afterS > 0 ? nowMs + afterS * 1000 : undefined;
};

const skewMs = (headers: ReadonlyMap<string, string>, nowMs: number): number | undefined => {
  const serverMs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(serverMs) ? undefined : serverMs - nowMs;
};

/**
 * Turns an answer outside 2xx into an `ApiError`. Code first, then known texts, then the status; X's own
 * words are kept, cut to 300 characters. `retryAtMs` comes with `rateLimited` and `overCapacity`,
 * `clockSkewMs` with `clockWrong`, each where the headers tell.
 */
export const apiErrorOf = (answer: RawAnswer, nowMs: number): ApiError => {
  const told = toldBy(answer.text);
  const kind = kindFor(answer.status, told);
  const waits = kind === 'rateLimited' || kind === 'overCapacity';
  const retry = waits ? retryAtMs(answer.headers, nowMs) : undefined;
  const skew = kind === 'clockWrong' ? skewMs(answer.headers, nowMs) : undefined;
  return {
    kind,
    status: answer.status,
    code: told.code,
    message: told.message.slice(0, maxMessageLength),
    ...(retry !== undefined && { retryAtMs: retry }),
    ...(skew !== undefined && { clockSkewMs: skew }),
  };
};
