import { createCrop, frameSize, turnCrop, type Crop } from '../../utils/domain/crop.ts';
import { largerSizes } from '../../utils/domain/larger-sizes.ts';
import { avatarLimits, bannerLimits } from '../../utils/domain/limits.ts';
import type { PictureKind, WantedSize } from '../../utils/domain/picture.ts';
import type { OpenedPicture } from '../studio-ports.ts';
import {
  firstEdit,
  noHistory,
  redo,
  remember,
  sameEdit,
  undo,
  type Edit,
  type Gesture,
  type History,
} from './edit.ts';

/** A picture that is open, and how it is framed. */
export interface Framing {
  readonly picture: OpenedPicture;
  /** Turned as the edit says. */
  readonly crop: Crop;
  readonly edit: Edit;
  readonly history: History;
  /** Which still of an animated picture is shown, counted from 0. */
  readonly stillIndex: number;
  /** What is drawn in the frame. */
  readonly preview: ImageBitmap;
}

const frameFor = (kind: PictureKind): { readonly aspect: number; readonly targetPx: number } =>
  kind === 'avatar'
    ? { aspect: 1, targetPx: avatarLimits.edgePx }
    : { aspect: bannerLimits.widthPx / bannerLimits.heightPx, targetPx: bannerLimits.widthPx };

/** A picture as it is first shown. */
export const beginFraming = (kind: PictureKind, picture: OpenedPicture): Framing => {
  const { aspect, targetPx } = frameFor(kind);
  const crop = createCrop(picture.facts, aspect, targetPx);
  const { preview } = picture;
  return { picture, crop, edit: firstEdit(crop), history: noHistory, stillIndex: 0, preview };
};

const showing = (framing: Framing, edit: Edit, history: History): Framing => ({
  ...framing,
  crop: edit.turn === framing.edit.turn ? framing.crop : turnCrop(framing.crop, edit.turn),
  edit,
  history,
});

/** Takes an edit in, as a step of its own unless it goes on with the last gesture. */
export const editFraming = (framing: Framing, edit: Edit, gesture: Gesture | null): Framing =>
  sameEdit(framing.edit, edit)
    ? framing
    : showing(framing, edit, remember(framing.history, framing.edit, gesture));

/** One step back or forth; the framing itself where there is none. */
export const stepFraming = (framing: Framing, direction: 'undo' | 'redo'): Framing => {
  const step = (direction === 'undo' ? undo : redo)(framing.history, framing.edit);
  return step ? showing(framing, step.edit, step.history) : framing;
};

/** The sizes of file that can be made of what is framed. */
export const sizesFor = (kind: PictureKind, framing: Framing): readonly WantedSize[] => [
  'exact',
  ...(holdsMore(kind, framing) ? (['larger'] as const) : []),
  // X cuts out upright boxes only.
  ...(kind === 'banner' && framing.edit.turn.straightenDeg === 0 ? (['whole'] as const) : []),
];

/** Whether the frame has pixels for a file larger than X shows. */
export const holdsMore = (kind: PictureKind, { crop, edit }: Framing): boolean =>
  largerSizes(kind, frameSize(crop, edit.view.zoom)).length > 0;
