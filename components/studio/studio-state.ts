import type { Account } from '../../utils/domain/account.ts';
import { clampView, createCrop, fit, type Crop, type View } from '../../utils/domain/crop.ts';
import type { ImageError } from '../../utils/domain/image-errors.ts';
import { avatarLimits, bannerLimits } from '../../utils/domain/limits.ts';
import type { PictureKind } from '../../utils/domain/picture.ts';
import { isSettled, type SwapJob } from '../../utils/domain/swap-job.ts';
import type { OpenedPicture, Prepared } from '../studio-ports.ts';
import { newestJob } from './job-view.ts';

/** Everything a person can change about a picture, as one value: undo is a list of these. */
export interface Edit {
  readonly view: View;
}

/** A picture that is open, and how it is framed. */
export interface Framing {
  readonly picture: OpenedPicture;
  readonly crop: Crop;
  readonly edit: Edit;
}

/** Why a picture that was offered is not the one shown. */
export type SourceProblem =
  | { readonly kind: 'image'; readonly error: ImageError }
  | { readonly kind: 'notHandedOver'; readonly from: string }
  | { readonly kind: 'nothingPasted' }
  | { readonly kind: 'nothingDropped' };

export interface StudioState {
  readonly kind: PictureKind;
  /** Null until they are known. */
  readonly accounts: readonly Account[] | null;
  readonly accountId: string | null;
  /** The account the page was opened for, if any. */
  readonly preferredHandle: string | null;
  readonly jobs: readonly SwapJob[];
  readonly loading: boolean;
  readonly framing: Framing | null;
  readonly problem: SourceProblem | null;
  /** The newest finished file and the edit it was made from: it may lag behind what is framed. */
  readonly prepared: { readonly value: Prepared; readonly edit: Edit } | null;
  readonly prepareError: ImageError | null;
  /** `wanted`: pressed, but the file for the latest frame is not ready yet. */
  readonly start: 'idle' | 'wanted' | 'starting';
  readonly startedJobId: string | null;
  readonly startError: string | null;
  /** A finished job the person has moved on from. */
  readonly hiddenJobId: string | null;
}

export type StudioEvent =
  | { readonly type: 'accounts'; readonly accounts: readonly Account[] }
  | { readonly type: 'accountChosen'; readonly accountId: string }
  | { readonly type: 'jobs'; readonly jobs: readonly SwapJob[] }
  | { readonly type: 'loading' }
  | { readonly type: 'nothingToLoad' }
  | { readonly type: 'loadFailed'; readonly problem: SourceProblem }
  | { readonly type: 'loaded'; readonly picture: OpenedPicture }
  | { readonly type: 'problemClosed' }
  | { readonly type: 'edited'; readonly edit: Edit }
  | { readonly type: 'prepared'; readonly value: Prepared; readonly edit: Edit }
  | { readonly type: 'prepareFailed'; readonly error: ImageError; readonly edit: Edit }
  | { readonly type: 'swapWanted' }
  | { readonly type: 'swapStarting' }
  | { readonly type: 'swapStarted'; readonly jobId: string }
  | { readonly type: 'swapNotStarted'; readonly message: string };

export const initialState = (kind: PictureKind, preferredHandle: string | null): StudioState => ({
  kind,
  accounts: null,
  accountId: null,
  preferredHandle,
  jobs: [],
  loading: false,
  framing: null,
  problem: null,
  prepared: null,
  prepareError: null,
  start: 'idle',
  startedJobId: null,
  startError: null,
  hiddenJobId: null,
});

/** The account in use, or null where there is none yet. */
export const chosenAccount = ({ accounts, accountId }: StudioState): Account | null =>
  accounts?.find(({ id }) => id === accountId) ?? null;

/** The finished file, only if it shows exactly what is framed now. */
export const freshPrepared = ({ prepared, framing }: StudioState): Prepared | null =>
  prepared && framing && prepared.edit === framing.edit ? prepared.value : null;

const pickAccount = (state: StudioState, accounts: readonly Account[]): string | null => {
  const has = (id: string | null) => accounts.some((account) => account.id === id);
  if (has(state.accountId)) return state.accountId;
  const wanted = state.preferredHandle?.toLowerCase();
  const preferred = accounts.find(({ handle }) => handle.toLowerCase() === wanted);
  return (preferred ?? accounts[0])?.id ?? null;
};

/** Once the person works on the next picture, the last finished swap steps aside. */
const movedOn = (state: StudioState): Pick<StudioState, 'hiddenJobId' | 'startError'> => {
  const job = newestJob(state.jobs, state.accountId, state.kind);
  return { hiddenJobId: job && isSettled(job) ? job.id : state.hiddenJobId, startError: null };
};

const frameFor = (kind: PictureKind): { readonly aspect: number; readonly targetPx: number } =>
  kind === 'avatar'
    ? { aspect: 1, targetPx: avatarLimits.edgePx }
    : { aspect: bannerLimits.widthPx / bannerLimits.heightPx, targetPx: bannerLimits.widthPx };

const begin = (state: StudioState, picture: OpenedPicture): StudioState => {
  const { aspect, targetPx } = frameFor(state.kind);
  const crop = createCrop(picture.facts, aspect, targetPx);
  return {
    ...state,
    ...movedOn(state),
    loading: false,
    problem: null,
    framing: { picture, crop, edit: { view: fit(crop) } },
    prepared: null,
    prepareError: null,
  };
};

const editing = (state: StudioState, edit: Edit): StudioState => {
  if (!state.framing) return state;
  const view = clampView(state.framing.crop, edit.view);
  return {
    ...state,
    ...movedOn(state),
    framing: { ...state.framing, edit: { ...edit, view } },
    prepareError: null,
  };
};

const withJobs = (state: StudioState, jobs: readonly SwapJob[]): StudioState => {
  const arrived = jobs.some(({ id }) => id === state.startedJobId);
  return { ...state, jobs, ...(arrived && { start: 'idle' as const, startedJobId: null }) };
};

/** The whole behaviour of the studio between its effects. Pure. */
export const reduce = (state: StudioState, event: StudioEvent): StudioState => {
  switch (event.type) {
    case 'accounts':
      return {
        ...state,
        accounts: event.accounts,
        accountId: pickAccount(state, event.accounts),
      };
    case 'accountChosen':
      return { ...state, accountId: event.accountId, startError: null };
    case 'jobs':
      return withJobs(state, event.jobs);
    case 'loading':
      return { ...state, loading: true, problem: null };
    case 'nothingToLoad':
      return { ...state, loading: false };
    case 'loadFailed':
      return { ...state, loading: false, problem: event.problem };
    case 'loaded':
      return begin(state, event.picture);
    case 'problemClosed':
      return { ...state, problem: null };
    case 'edited':
      return editing(state, event.edit);
    case 'prepared':
      return state.framing?.edit === event.edit
        ? { ...state, prepared: { value: event.value, edit: event.edit }, prepareError: null }
        : state;
    case 'prepareFailed':
      return state.framing?.edit === event.edit
        ? { ...state, prepareError: event.error, start: 'idle' }
        : state;
    case 'swapWanted':
      return { ...state, start: 'wanted', startError: null };
    case 'swapStarting':
      return { ...state, start: 'starting' };
    case 'swapStarted':
      return withJobs({ ...state, startedJobId: event.jobId }, state.jobs);
    case 'swapNotStarted':
      return { ...state, start: 'idle', startError: event.message };
  }
};
