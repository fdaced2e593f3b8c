import type { ImageError } from '../domain/image-errors.ts';
import type { SourceFacts } from '../domain/picture.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Prepared, PrepareRequest } from './prepare.ts';
import type { WorkerAnswer } from './protocol.ts';
import { linkWorker, type WorkerLink } from './worker-link.ts';
import PictureWorker from './worker.ts?worker';

export type { Prepared, PrepareRequest } from './prepare.ts';

/**
 * Longest waits before a worker is given up. A 48-megapixel photo takes about a second on a slow
 * laptop; only a decoder that hangs gets here.
 */
const openTimeoutMs = 20_000;
const prepareTimeoutMs = 20_000;

/**
 * A worker nobody has asked anything for this long is ended: it holds the whole picture, 200 MB of a
 * 48-megapixel photo. The next request starts one afresh.
 */
export const idleMs = 60_000;

/** A picture held open by its own worker. */
export interface OpenedPicture {
  readonly facts: SourceFacts;
  /** Upright, at most 1600 px on its longer side. The caller's to close. */
  readonly preview: ImageBitmap;
  /**
   * Makes the file to send. A newer call wins: the one before it settles as `cancelled`. After a
   * time-out, a crash or a long rest the next call starts a fresh worker. Errors: `cancelled`, `timedOut`,
   * `workerFailed`, `encodeFailed`, `overByteLimit`, or `decodeFailed`
   * and `unreadableFile` when it had to start afresh.
   */
  prepare(request: PrepareRequest, signal: AbortSignal): Promise<Result<Prepared, ImageError>>;
  /** Ends the worker and frees its memory; whatever is still under way settles as `cancelled`. */
  close(): void;
}

interface Started {
  readonly link: WorkerLink;
  readonly facts: SourceFacts;
  readonly preview: ImageBitmap;
}

const errorOf = (answer: WorkerAnswer): ImageError =>
  answer.kind === 'failed' ? answer.error : { kind: 'workerFailed' };

const start = async (source: Blob, signal: AbortSignal): Promise<Result<Started, ImageError>> => {
  if (signal.aborted) return err({ kind: 'cancelled' });
  const link = linkWorker(new PictureWorker());
  const answer = await link.ask({ kind: 'open', source }, signal, openTimeoutMs);
  if (answer.kind === 'opened') return ok({ link, facts: answer.facts, preview: answer.preview });
  link.end({ kind: 'cancelled' });
  return err(errorOf(answer));
};

const restart = async (
  source: Blob,
  signal: AbortSignal,
): Promise<Result<WorkerLink, ImageError>> => {
  const started = await start(source, signal);
  if (!started.ok) return started;
  const { link, preview } = started.value;
  preview.close();
  if (signal.aborted) link.end({ kind: 'cancelled' });
  return ok(link);
};

/** What a started worker holds, with the source kept so that a fresh worker can take over. */
const holdOpen = (source: Blob, { facts, preview, link: first }: Started): OpenedPicture => {
  const closing = new AbortController();
  let link = first;
  let newest: AbortController | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => link.end({ kind: 'cancelled' }), idleMs);
  };
  rest();
  return {
    facts,
    preview,
    async prepare(request, callerSignal) {
      clearTimeout(idle);
      newest?.abort();
      newest = new AbortController();
      const stop = AbortSignal.any([callerSignal, closing.signal, newest.signal]);
      if (link.hasEnded() && !stop.aborted) {
        const again = await restart(source, stop);
        if (!again.ok) return again;
        link = again.value;
      }
      const answer = await link.ask({ kind: 'prepare', request }, stop, prepareTimeoutMs);
      rest();
      if (answer.kind === 'prepared') return ok({ blob: answer.blob, facts: answer.facts });
      const error = errorOf(answer);
      if (error.kind === 'workerFailed') link.end(error);
      return err(error);
    },
    close() {
      clearTimeout(idle);
      closing.abort();
      link.end({ kind: 'cancelled' });
    },
  };
};

/**
 * Opens a picture in a worker of its own: its kind told by content, its size checked before any
 * decoding, its pixels upright and in sRGB. Errors: `emptyFile`, `fileTooLarge`, `notAnImage`,
 * `unreadableFormat`, `unreadableFile`, `tooManyPixels`, `decodeFailed`, `timedOut`, `workerFailed`,
 * `cancelled`.
 */
export const openPicture = async (
  source: Blob,
  signal: AbortSignal,
): Promise<Result<OpenedPicture, ImageError>> => {
  const started = await start(source, signal);
  return started.ok ? ok(holdOpen(source, started.value)) : started;
};
