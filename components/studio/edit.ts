import { clampView, fit, turnCrop, type Crop, type View } from '../../utils/domain/crop.ts';
import { noTurn, type Turn } from '../../utils/domain/turn.ts';

/** Everything a person can change about how a picture is framed, as one value. */
export interface Edit {
  /** What the frame holds: always inside the picture as it is turned. */
  readonly view: View;
  readonly turn: Turn;
  /** The view last chosen by hand: turning there and back again ends where it began. */
  readonly wanted: View;
}

/** Edits with the same key that follow closely are one step of undo, as one movement of the hand is. */
export interface Gesture {
  readonly key: string;
  readonly atMs: number;
}

/** The edits before and after the one shown. */
export interface History {
  readonly past: readonly Edit[];
  readonly future: readonly Edit[];
  readonly gesture: Gesture | null;
}

export const noHistory: History = { past: [], future: [], gesture: null };

const longestPast = 200;
const sameGestureWithinMs = 700;

/** The largest frame of a picture that lies straight. */
export const firstEdit = (crop: Crop): Edit => {
  const view = fit(turnCrop(crop, noTurn));
  return { view, turn: noTurn, wanted: view };
};

/** A new view, cut to what the turned picture covers. */
export const withView = (crop: Crop, edit: Edit, wanted: View): Edit => {
  const view = clampView(turnCrop(crop, edit.turn), wanted);
  return { ...edit, view, wanted: view };
};

/** A new turn. The view gives way as far as it must, and comes back when the turn does. */
export const withTurn = (crop: Crop, edit: Edit, turn: Turn): Edit => ({
  view: clampView(turnCrop(crop, turn), edit.wanted),
  turn,
  wanted: edit.wanted,
});

const sameView = (one: View, other: View): boolean =>
  one.centerX === other.centerX && one.centerY === other.centerY && one.zoom === other.zoom;

const sameTurn = (one: Turn, other: Turn): boolean =>
  one.quarters === other.quarters &&
  one.straightenDeg === other.straightenDeg &&
  one.flipX === other.flipX &&
  one.flipY === other.flipY;

/** True when both show the same. */
export const sameEdit = (one: Edit, other: Edit): boolean =>
  sameView(one.view, other.view) && sameTurn(one.turn, other.turn);

const isSameGesture = (before: Gesture | null, now: Gesture | null): boolean =>
  before !== null &&
  now !== null &&
  before.key === now.key &&
  now.atMs - before.atMs < sameGestureWithinMs;

/** History once `now` gives way to the next edit. Without a gesture every edit is a step. */
export const remember = (history: History, now: Edit, gesture: Gesture | null): History => ({
  past: isSameGesture(history.gesture, gesture)
    ? history.past
    : [...history.past, now].slice(-longestPast),
  future: [],
  gesture,
});

interface Step {
  readonly edit: Edit;
  readonly history: History;
}

/** One step back, or null at the beginning. */
export const undo = ({ past, future }: History, now: Edit): Step | null => {
  const edit = past.at(-1);
  if (!edit) return null;
  return { edit, history: { past: past.slice(0, -1), future: [now, ...future], gesture: null } };
};

/** One step forth again, or null when nothing was undone. */
export const redo = ({ past, future }: History, now: Edit): Step | null => {
  const [edit, ...rest] = future;
  if (!edit) return null;
  return { edit, history: { past: [...past, now], future: rest, gesture: null } };
};
