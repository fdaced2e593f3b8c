import type { ImageError } from '../domain/image-errors.ts';
import { type Decoded, decodeSource } from './decode.ts';
import { preparePicture } from './prepare.ts';
import { makePreview } from './preview.ts';
import type { WorkerAnswer, WorkerRequest } from './protocol.ts';
import { checkReadBack } from './read/read-back.ts';
import { inspectSource } from './sniff/inspect-source.ts';

type RequestOf<K extends WorkerRequest['kind']> = Extract<WorkerRequest, { readonly kind: K }>;

const failed = (id: number, error: ImageError): WorkerAnswer => ({ kind: 'failed', id, error });

/** One open picture: takes requests, gives answers. Null answers a `cancel`. */
export interface PictureSession {
  handle(request: WorkerRequest): Promise<WorkerAnswer | null>;
}

/**
 * The worker's memory: one full-size picture and which frame was asked for last. Only that one is
 * worked on; an older one stops at its next strip, so dragging never queues up work.
 */
export const createSession = (): PictureSession => {
  let picture: Decoded | null = null;
  let newestId: number | null = null;
  let readBack: 'exact' | 'altered' | null = null;

  const open = async ({ id, source }: RequestOf<'open'>): Promise<WorkerAnswer> => {
    const inspected = await inspectSource(source);
    if (!inspected.ok) return failed(id, inspected.error);
    const { format } = inspected.value;
    const decoded = await decodeSource(source, format);
    if (!decoded.ok) return failed(id, decoded.error);
    picture?.bitmap.close();
    picture = decoded.value;
    const { bitmap, removed } = picture;
    const [widthPx, heightPx] = [bitmap.width, bitmap.height];
    readBack ??= checkReadBack();
    const facts = { format, bytes: source.size, widthPx, heightPx, removed, readBack };
    return { kind: 'opened', id, facts, preview: makePreview(bitmap) };
  };

  const prepare = async ({ id, request }: RequestOf<'prepare'>): Promise<WorkerAnswer> => {
    if (picture === null) return failed(id, { kind: 'workerFailed' });
    newestId = id;
    const result = await preparePicture(picture, request, () => newestId !== id);
    return result.ok ? { kind: 'prepared', id, ...result.value } : failed(id, result.error);
  };

  return {
    async handle(request) {
      if (request.kind === 'open') return open(request);
      if (request.kind === 'prepare') return prepare(request);
      if (newestId === request.id) newestId = null;
      return null;
    },
  };
};
