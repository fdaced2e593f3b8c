import type { ImageError } from '../domain/image-errors.ts';
import type { DetailRequest, PrepareRequest, SourceFacts } from '../domain/picture.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { errorOf, holdWorker, type Started, start } from './held-worker.ts';
import type { Prepared } from './prepare.ts';
import type { WorkerAnswer } from './protocol.ts';

export { idleMs, warmUp } from './held-worker.ts';
export type { Prepared } from './prepare.ts';

/** A picture held open by its own worker. */
export interface OpenedPicture {
  readonly facts: SourceFacts;
  /** Upright, at most 1600 px on its longer side. The caller's to close. */
  readonly preview: ImageBitmap;
  /**
   * Makes the file to send. `onRendered` gets the pixels it will hold as soon as there are any, as a
   * file for the screen. A newer call wins: the one before it settles as `cancelled`. After a
   * time-out, a crash or a long rest the next call starts a fresh worker. Errors: `cancelled`,
   * `timedOut`, `workerFailed`, `encodeFailed`, `overByteLimit`; where it had to start afresh also
   * `decodeFailed` and `unreadableFile`.
   */
  prepare(
    request: PrepareRequest,
    signal: AbortSignal,
    onRendered?: (picture: Blob) => void,
  ): Promise<Result<Prepared, ImageError>>;
  /**
   * A part of the picture for the screen, sharper than the preview. The caller's to close. A newer call
   * wins: the one before it settles as `cancelled`.
   */
  detail(request: DetailRequest, signal: AbortSignal): Promise<Result<ImageBitmap, ImageError>>;
  /** How many stills an animated picture has; absent where it has one, or they cannot be told. */
  readonly frames?: number;
  /**
   * Makes another still, counted from 0, the one that `prepare` works on, and resolves to its preview,
   * which is the caller's to close. A newer call wins. What is being prepared settles as `cancelled`.
   */
  selectFrame?(index: number, signal: AbortSignal): Promise<Result<ImageBitmap, ImageError>>;
  /** A still for the filmstrip, at most 96 px on its longer side. The caller's to close. */
  thumbnail?(index: number, signal: AbortSignal): Promise<Result<ImageBitmap, ImageError>>;
  /** Ends the worker and frees its memory; whatever is still under way settles as `cancelled`. */
  close(): void;
}

/** Gives each call a signal that also aborts when the next call begins. */
const newestOnly = (): ((...signals: readonly AbortSignal[]) => AbortSignal) => {
  let newest: AbortController | null = null;
  return (...signals) => {
    newest?.abort();
    newest = new AbortController();
    return AbortSignal.any([...signals, newest.signal]);
  };
};

const stillOf = (answer: WorkerAnswer): Result<ImageBitmap, ImageError> =>
  answer.kind === 'still' ? ok(answer.preview) : err(errorOf(answer));

const holdOpen = (source: Blob, { facts, preview, link, frames }: Started): OpenedPicture => {
  const closing = new AbortController();
  const worker = holdWorker(source, link);
  const [prepareSignal, selectSignal, detailSignal] = [newestOnly(), newestOnly(), newestOnly()];
  const stills: Pick<OpenedPicture, 'frames' | 'selectFrame' | 'thumbnail'> = {
    frames,
    async selectFrame(index, signal) {
      const stop = selectSignal(signal, closing.signal);
      return stillOf(await worker.ask({ kind: 'select', index }, stop));
    },
    async thumbnail(index, signal) {
      const stop = AbortSignal.any([signal, closing.signal]);
      return stillOf(await worker.ask({ kind: 'thumbnail', index }, stop));
    },
  };
  return {
    facts,
    preview,
    async prepare(request, signal, onRendered) {
      const stop = prepareSignal(signal, closing.signal);
      const answer = await worker.ask({ kind: 'prepare', request }, stop, onRendered);
      if (answer.kind !== 'prepared') return err(errorOf(answer));
      const { blob, facts, region } = answer;
      return ok({ blob, facts, ...(region && { region }) });
    },
    async detail(request, signal) {
      const stop = detailSignal(signal, closing.signal);
      return stillOf(await worker.ask({ kind: 'detail', detail: request }, stop));
    },
    ...(frames > 1 && stills),
    close() {
      closing.abort();
      worker.end();
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
