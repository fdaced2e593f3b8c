import type { ImageError } from '../domain/image-errors.ts';
import type { SourceFacts } from '../domain/picture.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { spareName, type WorkerAnswer } from './protocol.ts';
import { rasteriseSvg } from './rasterise-svg.ts';
import { type Ask, linkWorker, type WorkerLink } from './worker-link.ts';
import { joinHelper } from './strips/join-helper.ts';
import PictureWorker from './worker.ts?worker';

/**
 * Longest waits before a worker is given up. A 48-megapixel photo takes about a second on a slow
 * laptop; only a decoder that hangs gets here.
 */
const openTimeoutMs = 20_000;
const askTimeoutMs = 20_000;
/** The larger file is rendered and written up to three times, each up to 26 times as many pixels. */
const largerTimeoutMs = 60_000;

const timeoutFor = (request: Ask): number =>
  request.kind === 'prepare' && request.request.size === 'larger' ? largerTimeoutMs : askTimeoutMs;

/**
 * A worker nobody has asked anything for this long is ended: it holds the whole picture, 200 MB of a
 * 48-megapixel photo. The next request starts one afresh.
 */
export const idleMs = 60_000;

/** A picture in a worker just started. */
export interface Started {
  readonly link: WorkerLink;
  readonly facts: SourceFacts;
  readonly preview: ImageBitmap;
  readonly frames: number;
}

/** What went wrong, where an answer is not the one hoped for. */
export const errorOf = (answer: WorkerAnswer): ImageError =>
  answer.kind === 'failed' ? answer.error : { kind: 'workerFailed' };

/** A picture worker, and what ends the helper that belongs to it. */
type Workers = readonly [worker: Worker, endHelper: () => void];

const startWorkers = (options?: { readonly name: string }): Workers => {
  const worker = new PictureWorker(options);
  return [worker, joinHelper(worker)];
};

/** Workers started before there is a picture, or null. */
let spare: Workers | null = null;

/**
 * Starts a worker ahead of the next picture and lets it make itself ready, which saves about half of a
 * 12-megapixel photo's time. For pages where a picture is about to be chosen; once called, there is
 * one for every further picture.
 */
export const warmUp = (): void => {
  spare ??= startWorkers({ name: spareName });
};

/** Long enough for the picture just opened to have been worked on first. */
const nextSpareMs = 3000;

const takeWorkers = (): Workers => {
  if (spare === null) return startWorkers();
  const workers = spare;
  spare = null;
  setTimeout(warmUp, nextSpareMs);
  return workers;
};

/** Opens in a worker; a drawing goes there as pixels, which only a page can make of it. */
const openIn = async (
  link: WorkerLink,
  source: Blob,
  signal: AbortSignal,
): Promise<WorkerAnswer> => {
  const answer = await link.ask({ kind: 'open', source }, signal, openTimeoutMs);
  const isSvg = answer.kind === 'failed' && answer.error.kind === 'unreadableFormat';
  if (!isSvg || answer.error.format !== 'SVG') return answer;
  const drawn = await rasteriseSvg(source);
  if (!drawn.ok) return { ...answer, error: drawn.error };
  const adopt = { kind: 'adopt', bitmap: drawn.value, bytes: source.size } as const;
  return link.ask(adopt, signal, openTimeoutMs);
};

/** Starts a worker and opens a picture in it. */
export const start = async (
  source: Blob,
  signal: AbortSignal,
): Promise<Result<Started, ImageError>> => {
  if (signal.aborted) return err({ kind: 'cancelled' });
  const link = linkWorker(...takeWorkers());
  const answer = await openIn(link, source, signal);
  if (answer.kind === 'opened') {
    const { facts, preview, frames } = answer;
    return ok({ link, facts, preview, frames });
  }
  link.end({ kind: 'cancelled' });
  return err(errorOf(answer));
};

/** A worker that is started afresh when it rested, crashed or was given up. */
export interface HeldWorker {
  /** Answers as the worker does, or with why there is none. `onRendered`: see `WorkerLink`. */
  ask(
    request: Ask,
    signal: AbortSignal,
    onRendered?: (picture: Blob) => void,
  ): Promise<WorkerAnswer>;
  end(): void;
}

const failedAnswer = (error: ImageError): WorkerAnswer => ({ kind: 'failed', id: 0, error });

/** Keeps the source, and which still was chosen, so that a fresh worker can take over. */
export const holdWorker = (source: Blob, first: WorkerLink): HeldWorker => {
  let link = first;
  let still = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let hasEnded = false;
  const rest = (): void => {
    clearTimeout(idle);
    if (!hasEnded) idle = setTimeout(() => link.end({ kind: 'cancelled' }), idleMs);
  };
  const restart = async (signal: AbortSignal): Promise<ImageError | null> => {
    const again = await start(source, signal);
    if (!again.ok) return again.error;
    again.value.preview.close();
    link = again.value.link;
    if (signal.aborted) link.end({ kind: 'cancelled' });
    else if (still !== 0) {
      const chosen = await link.ask({ kind: 'select', index: still }, signal, askTimeoutMs);
      if (chosen.kind !== 'still') return errorOf(chosen);
      chosen.preview.close();
    }
    return null;
  };
  rest();
  return {
    async ask(request, signal, onRendered) {
      clearTimeout(idle);
      if (link.hasEnded() && !signal.aborted) {
        const error = await restart(signal);
        if (error !== null) return failedAnswer(error);
      }
      const answer = await link.ask(request, signal, timeoutFor(request), onRendered);
      if (request.kind === 'select' && answer.kind === 'still') still = request.index;
      if (errorOf(answer).kind === 'workerFailed' && answer.kind === 'failed') {
        link.end(answer.error);
      }
      rest();
      return answer;
    },
    end() {
      hasEnded = true;
      clearTimeout(idle);
      link.end({ kind: 'cancelled' });
    },
  };
};
