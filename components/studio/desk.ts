import type { ImageError } from '../../utils/domain/image-errors.ts';
import type { PictureKind } from '../../utils/domain/picture.ts';
import type { StartProblem } from '../../utils/domain/start-problem.ts';
import type { Prepared } from '../studio-ports.ts';
import type { CameraProblem } from './camera.ts';
import type { Edit } from './edit.ts';
import { beginFraming, type Framing } from './framing.ts';
import { firstOutput, type Output } from './output.ts';
import type { Tray } from './tray.ts';

/** Why a picture that was offered is not the one shown. */
export type SourceProblem =
  | { readonly kind: 'image'; readonly error: ImageError }
  | { readonly kind: 'notHandedOver'; readonly from: string }
  | { readonly kind: 'camera'; readonly why: CameraProblem }
  | { readonly kind: 'nothingPasted' }
  | { readonly kind: 'nothingDropped' };

/** All that is being made for one kind of picture. */
export interface Desk {
  /** Pictures brought together, to choose among. */
  readonly tray: Tray | null;
  readonly framing: Framing | null;
  readonly problem: SourceProblem | null;
  /** The newest finished file and the edit it was made from: it may lag behind what is framed. */
  readonly prepared: { readonly value: Prepared; readonly edit: Edit | null } | null;
  /**
   * What the previews show: the newest pixels that will be sent, and once they are written, the very
   * file. Null before there are any.
   */
  readonly shown: Blob | null;
  readonly prepareError: ImageError | null;
  readonly output: Output;
  /** Whether parts of the picture are known to be see-through. */
  readonly seeThrough: boolean;
  readonly startError: StartProblem | null;
  /** A finished job the person has moved on from. */
  readonly hiddenJobId: string | null;
}

export const emptyDesk: Desk = {
  tray: null,
  framing: null,
  problem: null,
  prepared: null,
  shown: null,
  prepareError: null,
  output: firstOutput,
  seeThrough: false,
  startError: null,
  hiddenJobId: null,
};

/** The desk in use, and the one that waits for its tab to be opened again. */
interface Desks extends Desk {
  readonly kind: PictureKind;
  readonly otherDesk: Desk;
}

const deskOf = (state: Desk): Desk => ({
  tray: state.tray,
  framing: state.framing,
  problem: state.problem,
  prepared: state.prepared,
  shown: state.shown,
  prepareError: state.prepareError,
  output: state.output,
  seeThrough: state.seeThrough,
  startError: state.startError,
  hiddenJobId: state.hiddenJobId,
});

/** A picture that is open already serves for the other kind too, until another is brought for it. */
const sharing = (kind: PictureKind, desk: Desk, { framing, tray, seeThrough }: Desk): Desk => {
  if (desk.framing || !framing) return desk;
  const { picture, stillIndex, preview } = framing;
  return {
    ...desk,
    tray,
    seeThrough,
    framing: { ...beginFraming(kind, picture), stillIndex, preview },
  };
};

/** Goes to the desk of a kind; what was made for the other stays as it is there. */
export const atDesk = <T extends Desks>(state: T, kind: PictureKind): T => {
  if (kind === state.kind) return state;
  const left = deskOf(state);
  return { ...state, ...sharing(kind, state.otherDesk, left), kind, otherDesk: left };
};

/** Everything the desks hold open: pictures and, of animations, the stills that were chosen. */
export const heldBy = ({ framing, otherDesk }: Desks): readonly { close(): void }[] =>
  [framing, otherDesk.framing].flatMap((held) =>
    held ? [held.picture, ...(held.preview === held.picture.preview ? [] : [held.preview])] : [],
  );
