import type { BannerRegion } from '../domain/banner-region.ts';
import type { ImageError } from '../domain/image-errors.ts';
import type {
  DetailRequest,
  PreparedFacts,
  PrepareRequest,
  SourceFacts,
  SourceFrame,
  SourceRect,
} from '../domain/picture.ts';
import { maxDetailEdgePx } from '../domain/detail.ts';

/** Name of a worker started before there is a picture: it makes itself ready in the meantime. */
export const spareName = 'spare';

/** What the page asks of the picture worker. Every request but `cancel` gets one answer with its id. */
export type WorkerRequest =
  | { readonly kind: 'open'; readonly id: number; readonly source: Blob }
  /** Takes over a drawing that the page made pixels of; `bytes` is the file's length. */
  | {
      readonly kind: 'adopt';
      readonly id: number;
      readonly bitmap: ImageBitmap;
      readonly bytes: number;
    }
  | { readonly kind: 'prepare'; readonly id: number; readonly request: PrepareRequest }
  /** Works on another still from now on; answered by its preview. */
  | { readonly kind: 'select'; readonly id: number; readonly index: number }
  | { readonly kind: 'thumbnail'; readonly id: number; readonly index: number }
  /** A sharper part for the screen; answered as a still is. */
  | { readonly kind: 'detail'; readonly id: number; readonly detail: DetailRequest }
  | { readonly kind: 'cancel'; readonly id: number };

/** What the picture worker answers. */
export type WorkerAnswer =
  | {
      readonly kind: 'opened';
      readonly id: number;
      readonly facts: SourceFacts;
      readonly preview: ImageBitmap;
      /** How many stills there are; 1 where it is no animation. */
      readonly frames: number;
    }
  | { readonly kind: 'still'; readonly id: number; readonly preview: ImageBitmap }
  | {
      readonly kind: 'prepared';
      readonly id: number;
      readonly blob: Blob;
      readonly facts: PreparedFacts;
      readonly region?: BannerRegion;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ImageError };

/**
 * Comes before the answer to a `prepare` with the same id: the pixels that are about to be encoded, as
 * a file for the screen.
 */
export interface WorkerRendered {
  readonly kind: 'rendered';
  readonly id: number;
  readonly picture: Blob;
}

/** Everything the picture worker says. */
export type WorkerMessage = WorkerAnswer | WorkerRendered;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isRect = (value: unknown): value is SourceRect =>
  isFields(value) &&
  [value['x'], value['y'], value['width'], value['height']].every((side) => Number.isFinite(side));

const isFrame = (value: unknown): value is SourceFrame =>
  isFields(value) &&
  ['centerX', 'centerY', 'angleDeg'].every((name) => Number.isFinite(value[name])) &&
  ['width', 'height'].every((name) => Number.isFinite(value[name]) && Number(value[name]) > 0) &&
  [value['flipX'], value['flipY']].every((flip) => typeof flip === 'boolean');

const wantedSizes: readonly unknown[] = [undefined, 'exact', 'larger', 'whole'];
const wantedFormats: readonly unknown[] = [undefined, 'auto', 'png', 'jpeg', 'small'];

const isPrepareRequest = (value: unknown): value is PrepareRequest =>
  isFields(value) &&
  (value['kind'] === 'avatar' || value['kind'] === 'banner') &&
  isRect(value['rect']) &&
  (value['frame'] === undefined || isFrame(value['frame'])) &&
  wantedSizes.includes(value['size']) &&
  wantedFormats.includes(value['format']) &&
  ['undefined', 'string'].includes(typeof value['background']);

const isEdge = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= maxDetailEdgePx;

const isDetail = (value: unknown): value is DetailRequest =>
  isFields(value) && isRect(value['rect']) && isEdge(value['widthPx']) && isEdge(value['heightPx']);

const isIndex = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const requestChecks: Readonly<Record<WorkerRequest['kind'], (fields: Fields) => boolean>> = {
  open: ({ source }) => source instanceof Blob,
  adopt: ({ bitmap, bytes }) => bitmap instanceof ImageBitmap && isIndex(bytes),
  prepare: ({ request }) => isPrepareRequest(request),
  select: ({ index }) => isIndex(index),
  thumbnail: ({ index }) => isIndex(index),
  detail: ({ detail }) => isDetail(detail),
  cancel: () => true,
};

const messageChecks: Readonly<Record<WorkerMessage['kind'], (fields: Fields) => boolean>> = {
  opened: ({ facts, preview, frames }) =>
    isFields(facts) && preview instanceof ImageBitmap && isIndex(frames),
  still: ({ preview }) => preview instanceof ImageBitmap,
  rendered: ({ picture }) => picture instanceof Blob,
  prepared: ({ facts, blob }) => isFields(facts) && blob instanceof Blob,
  failed: ({ error }) => isFields(error) && typeof error['kind'] === 'string',
};

const passes = (data: unknown, checks: Readonly<Record<string, (fields: Fields) => boolean>>) =>
  isFields(data) &&
  Number.isSafeInteger(data['id']) &&
  typeof data['kind'] === 'string' &&
  Object.hasOwn(checks, data['kind']) &&
  checks[data['kind']]?.(data) === true;

/** A request told from whatever a message carried, or null. */
export const parseRequest = (data: unknown): WorkerRequest | null =>
  passes(data, requestChecks) ? (data as WorkerRequest) : null;

/** What the worker said, told from whatever a message carried, or null. */
export const parseMessage = (data: unknown): WorkerMessage | null =>
  passes(data, messageChecks) ? (data as WorkerMessage) : null;
