import type { ImageError } from '../domain/image-errors.ts';
import { breathe } from './breathe.ts';
import { type Decoded, decodeSource } from './decode.ts';
import { keepAhead } from './grid/kept-grid.ts';
import { preparePicture } from './prepare.ts';
import { makeDetail, makePreview, maxThumbnailEdgePx } from './preview.ts';
import type { WorkerAnswer, WorkerRequest } from './protocol.ts';
import { checkReadBack, type ReadBack } from './read/read-back.ts';
import { inspectSource } from './sniff/inspect-source.ts';

type RequestOf<K extends WorkerRequest['kind']> = Extract<WorkerRequest, { readonly kind: K }>;

const failed = (id: number, error: ImageError): WorkerAnswer => ({ kind: 'failed', id, error });

const noStill = (id: number, picture: Decoded | null): WorkerAnswer =>
  failed(id, picture ? { kind: 'decodeFailed', format: picture.format } : { kind: 'workerFailed' });

/**
 * One open picture: takes requests, gives answers. Null answers a `cancel`. What a `prepare` is about
 * to encode goes to `onRendered` first, as a file for the screen.
 */
export interface PictureSession {
  handle(
    request: WorkerRequest,
    onRendered?: (picture: Blob) => void,
  ): Promise<WorkerAnswer | null>;
}

/** One full-size picture, and which requests were the last of their kind. */
interface Memory {
  picture: Decoded | null;
  newestPrepare: number | null;
  newestSelect: number | null;
  readBack: ReadBack | null;
}

const take = (memory: Memory, id: number, decoded: Decoded, bytes: number): WorkerAnswer => {
  memory.picture?.bitmap.close();
  memory.picture?.stills?.close();
  memory.picture = decoded;
  memory.readBack ??= checkReadBack();
  if (memory.readBack === 'refused') return failed(id, { kind: 'readingRefused' });
  const { bitmap, format, removed, stills } = decoded;
  const [widthPx, heightPx] = [bitmap.width, bitmap.height];
  const facts = { format, bytes, widthPx, heightPx, removed, readBack: memory.readBack };
  return { kind: 'opened', id, facts, preview: makePreview(bitmap), frames: stills?.count ?? 1 };
};

const open = async (memory: Memory, { id, source }: RequestOf<'open'>): Promise<WorkerAnswer> => {
  const inspected = await inspectSource(source);
  if (!inspected.ok) return failed(id, inspected.error);
  const decoded = await decodeSource(source, inspected.value.format);
  return decoded.ok ? take(memory, id, decoded.value, source.size) : failed(id, decoded.error);
};

const adopt = (memory: Memory, { id, bitmap, bytes }: RequestOf<'adopt'>): WorkerAnswer => {
  const drawing = { bitmap, format: 'svg' } as const;
  return take(memory, id, { ...drawing, removed: [], stills: null }, bytes);
};

/** A picture framed and left alone this long may be framed again; until then its file comes first. */
const restMs = 200;

const prepare = async (
  memory: Memory,
  { id, request }: RequestOf<'prepare'>,
  onRendered?: (picture: Blob) => void,
): Promise<WorkerAnswer> => {
  if (memory.picture === null) return failed(id, { kind: 'workerFailed' });
  memory.newestPrepare = id;
  const isStale = (): boolean => memory.newestPrepare !== id;
  // Whatever overtook this one may be waiting already.
  await breathe();
  if (isStale()) return failed(id, { kind: 'cancelled' });
  const result = await preparePicture(memory.picture, request, isStale, onRendered);
  if (!result.ok) return failed(id, result.error);
  setTimeout(() => {
    if (memory.picture !== null && !isStale()) keepAhead(memory.picture.bitmap).catch(() => {});
  }, restMs);
  return { kind: 'prepared', id, ...result.value };
};

const thumbnail = async (
  { picture }: Memory,
  { id, index }: RequestOf<'thumbnail'>,
): Promise<WorkerAnswer> => {
  const still = (await picture?.stills?.still(index)) ?? null;
  if (still === null) return noStill(id, picture);
  const preview = makePreview(still, maxThumbnailEdgePx);
  still.close();
  return { kind: 'still', id, preview };
};

const detail = ({ picture }: Memory, request: RequestOf<'detail'>): WorkerAnswer =>
  picture
    ? { kind: 'still', id: request.id, preview: makeDetail(picture.bitmap, request.detail) }
    : failed(request.id, { kind: 'workerFailed' });

const select = async (
  memory: Memory,
  { id, index }: RequestOf<'select'>,
): Promise<WorkerAnswer> => {
  memory.newestSelect = id;
  const { picture } = memory;
  const isNewest = (): boolean => memory.newestSelect === id;
  const still = (await picture?.stills?.still(index, isNewest)) ?? null;
  if (picture === null || still === null) return noStill(id, picture);
  if (memory.newestSelect !== id) {
    still.close();
    return failed(id, { kind: 'cancelled' });
  }
  // What is being made of the still before must not go on without its pixels.
  memory.newestPrepare = null;
  memory.picture?.bitmap.close();
  memory.picture = { ...picture, bitmap: still };
  return { kind: 'still', id, preview: makePreview(still) };
};

const cancel = (memory: Memory, { id }: RequestOf<'cancel'>): null => {
  if (memory.newestPrepare === id) memory.newestPrepare = null;
  if (memory.newestSelect === id) memory.newestSelect = null;
  return null;
};

/**
 * The worker's memory and what is done with it. Of several frames asked for only the last is worked
 * on; an older one stops at its next strip, so dragging never queues up work.
 */
export const createSession = (): PictureSession => {
  const memory: Memory = {
    picture: null,
    newestPrepare: null,
    newestSelect: null,
    readBack: null,
  };
  return {
    async handle(request, onRendered) {
      if (request.kind === 'open') return open(memory, request);
      if (request.kind === 'adopt') return adopt(memory, request);
      if (request.kind === 'prepare') return prepare(memory, request, onRendered);
      if (request.kind === 'select') return select(memory, request);
      if (request.kind === 'thumbnail') return thumbnail(memory, request);
      if (request.kind === 'detail') return detail(memory, request);
      return cancel(memory, request);
    },
  };
};
