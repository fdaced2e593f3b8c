import type { ImageError } from '../domain/image-errors.ts';
import type { PictureKind, PreparedFacts, SourceFacts, SourceRect } from '../domain/picture.ts';

/** What the page asks of the picture worker. Every request but `cancel` gets one answer with its id. */
export type WorkerRequest =
  | { readonly kind: 'open'; readonly id: number; readonly source: Blob }
  | {
      readonly kind: 'prepare';
      readonly id: number;
      readonly picture: PictureKind;
      readonly rect: SourceRect;
    }
  | { readonly kind: 'cancel'; readonly id: number };

/** What the picture worker answers. */
export type WorkerAnswer =
  | {
      readonly kind: 'opened';
      readonly id: number;
      readonly facts: SourceFacts;
      readonly preview: ImageBitmap;
    }
  | {
      readonly kind: 'prepared';
      readonly id: number;
      readonly blob: Blob;
      readonly facts: PreparedFacts;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ImageError };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isRect = (value: unknown): value is SourceRect =>
  isFields(value) &&
  [value['x'], value['y'], value['width'], value['height']].every((side) => Number.isFinite(side));

const requestChecks: Readonly<Record<WorkerRequest['kind'], (fields: Fields) => boolean>> = {
  open: ({ source }) => source instanceof Blob,
  prepare: ({ picture, rect }) => (picture === 'avatar' || picture === 'banner') && isRect(rect),
  cancel: () => true,
};

const answerChecks: Readonly<Record<WorkerAnswer['kind'], (fields: Fields) => boolean>> = {
  opened: ({ facts, preview }) => isFields(facts) && preview instanceof ImageBitmap,
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

/** An answer told from whatever a message carried, or null. */
export const parseAnswer = (data: unknown): WorkerAnswer | null =>
  passes(data, answerChecks) ? (data as WorkerAnswer) : null;
