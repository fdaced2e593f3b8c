import type { SourceFormat } from './picture.ts';

/** Why a picture cannot be used. Facts only: the words stand in `error-texts`. */
export type ImageError =
  | { readonly kind: 'emptyFile' }
  /** Moved, deleted, or on a drive that was unplugged since it was chosen. */
  | { readonly kind: 'unreadableFile' }
  | { readonly kind: 'fileTooLarge'; readonly bytes: number; readonly maxBytes: number }
  | { readonly kind: 'notAnImage' }
  | { readonly kind: 'unreadableFormat'; readonly format: string }
  | {
      readonly kind: 'tooManyPixels';
      readonly widthPx: number;
      readonly heightPx: number;
      readonly maxPixels: number;
      readonly maxEdgePx: number;
    }
  | { readonly kind: 'decodeFailed'; readonly format: SourceFormat }
  /** The browser gives no pixels out, by a setting or a policy. */
  | { readonly kind: 'readingRefused' }
  | { readonly kind: 'encodeFailed' }
  | { readonly kind: 'overByteLimit'; readonly bytes: number; readonly maxBytes: number }
  | { readonly kind: 'timedOut'; readonly afterMs: number }
  | { readonly kind: 'workerFailed' }
  | { readonly kind: 'cancelled' };
