import type { ApiError } from './api-error.ts';
import type { PictureKind } from './picture.ts';

/**
 * Where a swap stands. Each is written down before the step it names begins, so that a worker that was
 * stopped knows where to go on.
 *
 *   queued -> sending -> accepted -> live
 *      |         |           |
 *      +---------+-----------+--> failed -> queued (by hand)
 *      +---------+-----------+--> cancelled
 */
export type SwapState = 'queued' | 'sending' | 'accepted' | 'live' | 'failed' | 'cancelled';

/** Why a swap stopped: X or the network refused, or the machine lost what it needs. */
export type SwapFailure =
  | { readonly kind: 'api'; readonly error: ApiError }
  | { readonly kind: 'accountGone' }
  | { readonly kind: 'pictureGone' }
  | { readonly kind: 'notShownYet'; readonly looks: number };

/** One swap from click to confirmed result. Times are Unix ms. */
export interface SwapJob {
  readonly id: string;
  readonly accountId: string;
  readonly handle: string;
  readonly kind: PictureKind;
  /** Key of the prepared file in the blob store. */
  readonly blobKey: string;
  readonly state: SwapState;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Uploads begun so far. */
  readonly attempts: number;
  /** Looks at the user object since the upload was accepted. */
  readonly looks: number;
  /** `<id>/<token>` before the swap; null where the account had the default picture. */
  readonly previousKey: string | null;
  readonly acceptedAtMs: number | null;
  /** When the next look is due; null where none is. */
  readonly nextLookAtMs: number | null;
  /** Address of the new picture once the user object names it. */
  readonly liveUrl: string | null;
  readonly failure: SwapFailure | null;
}

/** True once nothing more will happen to a job by itself. */
export const isSettled = ({ state }: SwapJob): boolean =>
  state === 'live' || state === 'failed' || state === 'cancelled';
