import type { Account } from '../../utils/domain/account.ts';
import type { ImageError } from '../../utils/domain/image-errors.ts';
import type { PictureKind } from '../../utils/domain/picture.ts';
import type { StartProblem } from '../../utils/domain/start-problem.ts';
import { isSettled, type SwapJob } from '../../utils/domain/swap-job.ts';
import type { OpenedPicture, Prepared } from '../studio-ports.ts';
import { atDesk, type Desk, emptyDesk, type SourceProblem } from './desk.ts';
import type { Edit, Gesture } from './edit.ts';
import { beginFraming, editFraming, stepFraming, type Framing } from './framing.ts';
import { batchOf, newestJob } from './job-view.ts';
import { firstOutput, type Output } from './output.ts';
import { type AccountChoice, choiceOf, pickAccounts } from './studio-accounts.ts';
import { trayAfterFailure, type Tray } from './tray.ts';

export type { SourceProblem } from './desk.ts';
export { chosenAccount, chosenAccounts } from './studio-accounts.ts';

/** What is being done to have the next picture; null when nothing is. */
export type LoadingStage = 'fetching' | 'opening';

export interface StudioState extends AccountChoice, Desk {
  readonly kind: PictureKind;
  readonly otherDesk: Desk;
  readonly jobs: readonly SwapJob[];
  readonly loading: LoadingStage | null;
  /** `wanted`: pressed, but the file for the latest frame is not ready yet. */
  readonly start: 'idle' | 'wanted' | 'starting';
  readonly startedJobId: string | null;
}

export type StudioEvent =
  | { readonly type: 'kindChosen'; readonly kind: PictureKind }
  | { readonly type: 'accounts'; readonly accounts: readonly Account[] }
  | { readonly type: 'accountsChosen'; readonly accountIds: readonly string[] }
  | { readonly type: 'jobs'; readonly jobs: readonly SwapJob[] }
  | { readonly type: 'loading'; readonly stage: LoadingStage }
  | { readonly type: 'nothingToLoad' }
  | { readonly type: 'loadFailed'; readonly problem: SourceProblem; readonly tray?: Tray }
  | { readonly type: 'loaded'; readonly picture: OpenedPicture; readonly tray?: Tray }
  | {
      readonly type: 'stillChosen';
      readonly picture: OpenedPicture;
      readonly index: number;
      readonly preview: ImageBitmap;
    }
  | { readonly type: 'outputChosen'; readonly output: Output }
  | { readonly type: 'problemClosed' }
  | { readonly type: 'edited'; readonly edit: Edit; readonly gesture?: Gesture | null }
  | { readonly type: 'stepped'; readonly direction: 'undo' | 'redo' }
  | { readonly type: 'rendered'; readonly picture: Blob; readonly edit: Edit }
  | { readonly type: 'prepared'; readonly value: Prepared; readonly edit: Edit }
  | { readonly type: 'prepareFailed'; readonly error: ImageError; readonly edit: Edit }
  | { readonly type: 'swapWanted' }
  | { readonly type: 'swapStarting' }
  | { readonly type: 'swapStarted'; readonly jobId: string }
  | { readonly type: 'swapNotStarted'; readonly problem: StartProblem };

export const initialState = (kind: PictureKind, preferredHandle: string | null): StudioState => ({
  kind,
  accounts: null,
  accountId: null,
  alsoIds: [],
  preferredHandle,
  jobs: [],
  loading: null,
  start: 'idle',
  startedJobId: null,
  ...emptyDesk,
  otherDesk: emptyDesk,
});

/** The finished file, only if it shows exactly what is framed now. */
export const freshPrepared = ({ prepared, framing }: StudioState): Prepared | null =>
  prepared && framing && prepared.edit === framing.edit ? prepared.value : null;

/** Once the person works on the next picture, the last finished swap steps aside. */
const movedOn = (state: StudioState): Pick<StudioState, 'hiddenJobId' | 'startError'> => {
  const job = newestJob(state.jobs, state.accountId, state.kind);
  const isOver = job !== null && batchOf(state.jobs, job).every(isSettled);
  return { hiddenJobId: isOver ? job.id : state.hiddenJobId, startError: null };
};

const begin = (state: StudioState, picture: OpenedPicture, tray: Tray | null): StudioState => ({
  ...state,
  ...movedOn(state),
  loading: null,
  problem: null,
  tray,
  framing: beginFraming(state.kind, picture),
  output: { ...firstOutput, background: state.output.background },
  seeThrough: false,
  prepared: null,
  shown: null,
  prepareError: null,
});

const framedAs = (state: StudioState, framing: Framing): StudioState => ({
  ...state,
  ...movedOn(state),
  framing,
  prepareError: framing === state.framing ? state.prepareError : null,
});

/** The file shown no longer stands for what is framed, although the edit is the same. */
const outdated = (state: StudioState, framing: Framing): StudioState => ({
  ...state,
  ...movedOn(state),
  framing,
  prepared: state.prepared && { ...state.prepared, edit: null },
  prepareError: null,
});

const withStill = (
  state: StudioState,
  { picture, index, preview }: Extract<StudioEvent, { readonly type: 'stillChosen' }>,
): StudioState => {
  const { framing, otherDesk } = state;
  // It is the picture that goes to another still, on whichever desk it lies.
  const others = otherDesk.framing;
  const also =
    others?.picture === picture
      ? {
          otherDesk: {
            ...otherDesk,
            framing: { ...others, stillIndex: index, preview },
            prepared: null,
          },
        }
      : {};
  const now = { ...state, ...also };
  return framing?.picture === picture
    ? outdated(now, { ...framing, stillIndex: index, preview })
    : now;
};

const withJobs = (state: StudioState, jobs: readonly SwapJob[]): StudioState => {
  const arrived = jobs.some(({ id }) => id === state.startedJobId);
  return { ...state, jobs, ...(arrived && { start: 'idle' as const, startedJobId: null }) };
};

type SwapEvent = Extract<StudioEvent, { readonly type: `swap${string}` }>;

const reduceSwap = (state: StudioState, event: SwapEvent): StudioState => {
  switch (event.type) {
    case 'swapWanted':
      return { ...state, start: 'wanted', startError: null };
    case 'swapStarting':
      return { ...state, start: 'starting' };
    case 'swapStarted':
      return withJobs({ ...state, startedJobId: event.jobId }, state.jobs);
    case 'swapNotStarted':
      return { ...state, start: 'idle', startError: event.problem };
  }
};

/** The whole behaviour of the studio between its effects. Pure. */
export const reduce = (state: StudioState, event: StudioEvent): StudioState => {
  switch (event.type) {
    case 'kindChosen':
      // A press is for the picture that was in sight.
      return state.start === 'idle' ? atDesk(state, event.kind) : state;
    case 'accounts':
      return { ...state, accounts: event.accounts, ...pickAccounts(state, event.accounts) };
    case 'accountsChosen':
      return { ...state, ...choiceOf(state, event.accountIds), startError: null };
    case 'jobs':
      return withJobs(state, event.jobs);
    case 'loading':
      return { ...state, loading: event.stage, problem: null };
    case 'nothingToLoad':
      return { ...state, loading: null };
    case 'loadFailed':
      return {
        ...state,
        loading: null,
        problem: event.problem,
        tray: trayAfterFailure(state.tray, event.tray),
      };
    case 'loaded':
      return begin(state, event.picture, event.tray ?? null);
    case 'outputChosen':
      return {
        ...(state.framing ? outdated(state, state.framing) : state),
        output: event.output,
      };
    case 'stillChosen':
      return withStill(state, event);
    case 'problemClosed':
      return { ...state, problem: null };
    case 'edited':
      return state.framing
        ? framedAs(state, editFraming(state.framing, event.edit, event.gesture ?? null))
        : state;
    case 'stepped':
      return state.framing ? framedAs(state, stepFraming(state.framing, event.direction)) : state;
    case 'rendered':
      return state.framing?.edit === event.edit ? { ...state, shown: event.picture } : state;
    case 'prepared':
      return state.framing?.edit === event.edit
        ? {
            ...state,
            prepared: { value: event.value, edit: event.edit },
            // Of a whole picture the frame's own pixels stay in sight: X cuts out those.
            shown: event.value.region ? state.shown : event.value.blob,
            prepareError: null,
            seeThrough: state.seeThrough || event.value.facts.because === 'alpha',
          }
        : state;
    case 'prepareFailed':
      return state.framing?.edit === event.edit
        ? { ...state, prepareError: event.error, start: 'idle' }
        : state;
    default:
      return reduceSwap(state, event);
  }
};
