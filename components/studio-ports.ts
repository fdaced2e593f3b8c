import type { Account } from '../utils/domain/account.ts';
import type { BannerRegion } from '../utils/domain/banner-region.ts';
import type { ImageError } from '../utils/domain/image-errors.ts';
import type {
  DetailRequest,
  PictureKind,
  PreparedFacts,
  PrepareRequest,
  SourceFacts,
} from '../utils/domain/picture.ts';
import type { Result } from '../utils/domain/result.ts';
import type { StartProblem } from '../utils/domain/start-problem.ts';
import type { SwapJob } from '../utils/domain/swap-job.ts';
import type { HistoryPorts } from './history-ports.ts';
import type { ProfilePorts } from './profile-ports.ts';
import type { DataPorts, UnlockPorts } from './security-ports.ts';
import type { SizesPorts } from './sizes-ports.ts';

/** A file ready to send, with what was measured on its bytes. */
export interface Prepared {
  readonly blob: Blob;
  /** The part of it that X is to cut out; left out where it is sent as it is to be shown. */
  readonly region?: BannerRegion;
  readonly facts: PreparedFacts;
}

/** A picture held open by the image worker. `preview` is upright and at most 1600 px on its longer side. */
export interface OpenedPicture {
  readonly facts: SourceFacts;
  readonly preview: ImageBitmap;
  /** `onRendered` gets the very pixels of the file before it is ready, as a file for the screen. */
  prepare(
    request: PrepareRequest,
    signal: AbortSignal,
    onRendered?: (picture: Blob) => void,
  ): Promise<Result<Prepared, ImageError>>;
  /**
   * A part of the picture, sharper than the preview, which is the caller's to close. A newer call wins.
   * Left out where the preview is all there is.
   */
  detail?(request: DetailRequest, signal: AbortSignal): Promise<Result<ImageBitmap, ImageError>>;
  /** How many stills an animated picture has; left out where it has one, or they cannot be told. */
  readonly frames?: number;
  /**
   * Makes another still, counted from 0, the one that `prepare` works on, and resolves to its preview,
   * which is the caller's to close. A newer call wins.
   */
  selectFrame?(index: number, signal: AbortSignal): Promise<Result<ImageBitmap, ImageError>>;
  /** A still for the filmstrip, at most 96 px on its longer side. The caller's to close. */
  thumbnail?(index: number, signal: AbortSignal): Promise<Result<ImageBitmap, ImageError>>;
  /** Lets the worker and its memory go. */
  close(): void;
}

/** What right-click handed over: the picture, or why it could not be had. */
export type HandedOver =
  | { readonly ok: true; readonly blob: Blob; readonly from: string }
  | { readonly ok: false; readonly from: string };

/** Everything the studio needs from outside; the pages supply it, tests supply their own. */
export interface StudioPorts {
  openPicture(source: Blob, signal: AbortSignal): Promise<Result<OpenedPicture, ImageError>>;
  /** The picture at an address, or null where it cannot be had. Left out: addresses are not taken. */
  fetchPicture?(address: string, signal: AbortSignal): Promise<Blob | null>;
  /** Left out where there is none, or the page may close when its question is asked, as a popup does. */
  camera?: Pick<MediaDevices, 'getUserMedia'>;
  /** Calls back at once and again whenever accounts change; returns how to stop. */
  watchAccounts(listener: (accounts: readonly Account[]) => void): () => void;
  /** Calls back at once with the newest job of any account (or null), and on every change of any. */
  watchJobs(listener: (jobs: readonly SwapJob[]) => void): () => void;
  /**
   * Resolves to the job's id once the picture is stored and the background has taken the job. With
   * `alsoIds` there is one for each of these accounts as well, all of one batch.
   */
  startSwap(request: {
    readonly accountId: string;
    readonly alsoIds?: readonly string[];
    readonly kind: PictureKind;
    readonly prepared: Prepared;
    /** What the person's file is called. */
    readonly name?: string | undefined;
  }): Promise<Result<string, StartProblem>>;
  /** Takes the banners of accounts away, as swaps that can be taken back; resolves to the first one's job. */
  removeBanner(accountIds: readonly string[]): Promise<Result<string, StartProblem>>;
  retrySwap(jobId: string): Promise<void>;
  cancelSwap(jobId: string): Promise<void>;
  /** Puts what happened to a swap into the clipboard, free of secrets; false where it cannot. */
  copyReport(jobId: string): Promise<boolean>;
  /** Left out: keys are never locked here. */
  security?: UnlockPorts;
  /** Left out: storage is taken to work. */
  storage?: Pick<DataPorts, 'storageProblem'>;
  /** Left out: no pictures are kept. */
  history?: HistoryPorts;
  /** Left out: a profile's texts are not edited here. */
  profile?: ProfilePorts;
  /** Left out: sizes of pictures are not shown. */
  sizes?: SizesPorts;
  openOptions(): void;
  /** Opens the wide studio in a tab; absent where this already is it. */
  openWide?: () => void;
}
