import type { ApiError } from './api-error.ts';
import type { BannerRegion } from './banner-region.ts';
import type { PictureKind } from './picture.ts';
import type { SavedBefore } from './saved-before.ts';

/**
 * Where a swap stands. Each is written down before the step it names begins, so that a worker that was
 * stopped knows where to go on. Drawn in docs/architecture.md.
 *
 * - `prepared`: job and picture are stored, the background has not taken it yet
 * - `queued`: waits for its turn, or for its next try
 * - `sending`: the upload may have begun; whether X has the picture is not known
 * - `checking`: the connection broke while sending; whether X has the picture is being looked up
 * - `accepted`: X answered that it has it, and has not been asked yet whether it shows
 * - `confirming`: it has been asked, and did not show it yet
 * - `live`, `failed`, `cancelled`: nothing more happens by itself
 */
export type SwapState =
  | 'prepared'
  | 'queued'
  | 'sending'
  | 'checking'
  | 'accepted'
  | 'confirming'
  | 'live'
  | 'failed'
  | 'cancelled';

/** Why a swap stopped or waits: X or the network refused, or the machine lost what it needs. */
export type SwapFailure =
  | { readonly kind: 'api'; readonly error: ApiError }
  | { readonly kind: 'accountGone' }
  | { readonly kind: 'keysUnreadable' }
  | { readonly kind: 'pictureGone' }
  | { readonly kind: 'notShownYet'; readonly looks: number };

/** One swap from click to confirmed result. Times are Unix ms. */
export interface SwapJob {
  readonly id: string;
  readonly accountId: string;
  readonly handle: string;
  readonly kind: PictureKind;
  /** The same for all jobs that one press began on several accounts; left out for one alone. */
  readonly batchId?: string | undefined;
  /** Key of the prepared file in the blob store; empty where there is none to send. */
  readonly blobKey: string;
  readonly state: SwapState;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Uploads begun so far. */
  readonly attempts: number;
  /** Steps in a row that came to nothing for a passing reason. */
  readonly tries: number;
  /** Looks at the user object since the upload was accepted, or since its arrival became unknown. */
  readonly looks: number;
  /** Before this the picture is not sent again, Unix ms; left out while no upload's arrival is unknown. */
  readonly checkUntilMs?: number | undefined;
  /** When the next step is due; 0 is at once. */
  readonly dueAtMs: number;
  /** What it waits out until then; null where it does not, or only gives X time. */
  readonly wait: SwapFailure | null;
  /** X's clock minus this machine's, once X has refused a call for it. */
  readonly clockSkewMs: number | null;
  /** `<id>/<token>` before the swap; null where the account had the default picture, or no banner. */
  readonly previousKey: string | null;
  readonly acceptedAtMs: number | null;
  /** Address of the new picture once the user object names it; empty where it was taken away. */
  readonly liveUrl: string | null;
  readonly failure: SwapFailure | null;
  /** The part of a banner that X is to cut out; left out: all of it. */
  readonly region?: BannerRegion | undefined;
  /** Takes the banner away instead of setting one. */
  readonly isRemoval?: boolean | undefined;
  /** What the person's file was called. */
  readonly name?: string;
  /** Begun from a private window: of its picture nothing is kept. */
  readonly isPrivate?: boolean;
  /** The job this one takes back. */
  readonly undoOf?: string;
  /** What became of the picture before; left out until it was looked at. */
  readonly before?: SavedBefore;
  /** The history's entry of the picture this job set. */
  readonly setEntryId?: string;
}

/** True once nothing more will happen to a job by itself. */
export const isSettled = ({ state }: SwapJob): boolean =>
  state === 'live' || state === 'failed' || state === 'cancelled';

/** True while X has the picture and only looking is left. */
export const isLooking = ({ state }: SwapJob): boolean =>
  state === 'accepted' || state === 'confirming';
