import { browser } from 'wxt/browser';
import { err, ok, type Result } from '../domain/result.ts';
import type { FromOwnPages, FromPage, PictureNews } from './messages.ts';
import { createPageQuota } from './page-quota.ts';
import { isContentScript, isOwnPage, type Sender } from './sender.ts';

/**
 * Why a message got no answer: nobody there (the extension was updated), not allowed or understood, or
 * taken and then not done, as when nothing can be stored.
 */
export interface MessageError {
  readonly kind: 'unreachable' | 'refused' | 'failed';
}

interface Shape {
  readonly request: unknown;
  readonly reply: unknown;
}

/** What the browser says of a sender. */
export interface Origin {
  /** The message came from a tab of a private window. */
  readonly isPrivate: boolean;
}

/** A handler with its parser. `parse` gets what came over the wire and answers null for anything odd. */
export interface Handler<M extends Shape> {
  readonly parse: (data: unknown) => M['request'] | null;
  readonly handle: (request: M['request'], from: Origin) => Promise<M['reply']>;
}

export type PageHandlers = { readonly [K in keyof FromPage]: Handler<FromPage[K]> };
export type OwnHandlers = { readonly [K in keyof FromOwnPages]: Handler<FromOwnPages[K]> };

type AnyHandler = {
  readonly parse: (data: unknown) => unknown;
  readonly handle: (request: never, from: Origin) => Promise<unknown>;
};

// A wrapper key keeps apart what this program sends and whatever else may arrive.
const wrap = 'facelift';

const kindAndData = (message: unknown): { kind: string; data: unknown } | null => {
  if (typeof message !== 'object' || message === null || !(wrap in message)) return null;
  const kind = message[wrap];
  return typeof kind === 'string' ? { kind, data: 'data' in message ? message.data : null } : null;
};

const refused = err<MessageError>({ kind: 'refused' });

const answer = async (
  handler: AnyHandler | undefined,
  data: unknown,
  from: Origin,
): Promise<Result<unknown, MessageError>> => {
  const request = handler?.parse(data) ?? null;
  if (!handler || request === null) return refused;
  try {
    return ok(await handler.handle(request as never, from));
  } catch {
    // What went wrong in here is not for whoever asked: messages of errors can say a lot.
    return err({ kind: 'failed' });
  }
};

/**
 * Answers messages in two tiers: content scripts reach `page` only, and not too often; the extension's own
 * pages reach both. The sender is judged by what the browser says of it. Unknown kinds, wrong senders and
 * payloads that do not parse are refused without reaching a handler. Call once, while the worker starts.
 */
export const serveMessages = (page: PageHandlers, own: OwnHandlers): void => {
  const pageTable = new Map<string, AnyHandler>(Object.entries(page));
  const ownTable = new Map<string, AnyHandler>(Object.entries(own));
  const withinQuota = createPageQuota();
  const handlerFor = (kind: string, sender: Sender): AnyHandler | undefined => {
    if (isOwnPage(sender)) return ownTable.get(kind) ?? pageTable.get(kind);
    if (!isContentScript(sender) || !pageTable.has(kind)) return undefined;
    return withinQuota(sender.tab?.id, Date.now()) ? pageTable.get(kind) : undefined;
  };
  // oxlint-disable-next-line typescript/no-misused-promises -- the polyfill replies with what a returned promise gives
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const asked = kindAndData(message);
    const isPrivate = sender.tab?.incognito === true;
    return asked ? answer(handlerFor(asked.kind, sender), asked.data, { isPrivate }) : undefined;
  });
};

/** Nobody took the message: Firefox says so while it is about to stop the background. */
const notDelivered = /Receiving end does not exist/;

/** Pauses before the next try, ms; a background that was being stopped has been started again by then. */
const deliverAgainAfterMs: readonly number[] = [150, 600];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends again only what certainly did not arrive. */
const deliver = async (message: unknown, tries = 0): Promise<unknown> => {
  try {
    return await browser.runtime.sendMessage(message);
  } catch (error) {
    const pauseMs = deliverAgainAfterMs[tries];
    const isLost = error instanceof Error && notDelivered.test(error.message);
    if (!isLost || pauseMs === undefined) throw error;
    await pause(pauseMs);
    return deliver(message, tries + 1);
  }
};

const ask = async (kind: string, data: unknown): Promise<Result<unknown, MessageError>> => {
  try {
    const reply = await deliver({ [wrap]: kind, data });
    const answered = typeof reply === 'object' && reply !== null && 'ok' in reply;
    return answered ? (reply as Result<unknown, MessageError>) : err({ kind: 'unreachable' });
  } catch {
    return err({ kind: 'unreachable' });
  }
};

/** Asks the background worker from a content script. Never rejects. */
export const askFromPage = async <K extends keyof FromPage>(
  kind: K,
  request: FromPage[K]['request'],
): Promise<Result<FromPage[K]['reply'], MessageError>> =>
  (await ask(kind, request)) as Result<FromPage[K]['reply'], MessageError>;

/** Asks the background worker from one of the extension's own pages. Never rejects. */
export const askFromOwnPage = async <K extends keyof FromOwnPages>(
  kind: K,
  request: FromOwnPages[K]['request'],
): Promise<Result<FromOwnPages[K]['reply'], MessageError>> =>
  (await ask(kind, request)) as Result<FromOwnPages[K]['reply'], MessageError>;

/** Wraps news for content scripts; they unwrap it with `pictureNewsOf`. */
export const wrapNews = (news: PictureNews): unknown => ({ [wrap]: 'picture.changed', data: news });

/** News out of a message, or null where it is something else. */
export const pictureNewsOf = (message: unknown): PictureNews | null => {
  const told = kindAndData(message);
  return told?.kind === 'picture.changed' ? (told.data as PictureNews) : null;
};
