import { fit, pan, stepToSource, zoomAt, type Crop, type View } from '../../utils/domain/crop.ts';
import { flip, straighten, turnQuarter, type Turn } from '../../utils/domain/turn.ts';
import { formatAngle, formatPercent } from '../shared/format.ts';
import { withTurn, withView, type Edit } from './edit.ts';

/** One press moves the picture by this share of the frame; with Shift ten times as far. */
const smallStep = 0.01;
const zoomStep = 1.1;
const straightenStepDeg = 0.5;

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Arrow keys push the picture, as a drag does, so the frame goes the other way over it. */
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const viewAfterKey = (crop: Crop, view: View, { key, shiftKey }: Key): View | null => {
  const direction = directions[key];
  if (direction) {
    const step = smallStep * (shiftKey ? 10 : 1);
    const { x, y } = stepToSource(crop, view, direction[0] * step, direction[1] * step);
    return pan(crop, view, x, y);
  }
  if (key === '+' || key === '=') return zoomAt(crop, view, zoomStep);
  if (key === '-' || key === '_') return zoomAt(crop, view, 1 / zoomStep);
  if (key === '0') return fit(crop);
  return null;
};

const turnAfterKey = (turn: Turn, { key, shiftKey }: Key): Turn | null => {
  switch (key.toLowerCase()) {
    case 'r':
      return turnQuarter(turn, shiftKey ? -1 : 1);
    case 'h':
      return flip(turn, 'x');
    case 'v':
      return flip(turn, 'y');
    case ',':
      return straighten(turn, turn.straightenDeg - straightenStepDeg);
    case '.':
      return straighten(turn, turn.straightenDeg + straightenStepDeg);
    default:
      return null;
  }
};

/** The edit after a key, or null when the key means nothing here. */
export const editAfterKey = (crop: Crop, edit: Edit, key: Key): Edit | null => {
  const view = viewAfterKey(crop, edit.view, key);
  if (view) return withView(crop, edit, view);
  const turn = turnAfterKey(edit.turn, key);
  return turn && withTurn(crop, edit, turn);
};

const turnWords = ({ quarters, straightenDeg, flipX, flipY }: Turn): readonly string[] => [
  ...(quarters === 0 ? [] : [`turned ${quarters * 90}° clockwise`]),
  ...(straightenDeg === 0 ? [] : [`straightened ${formatAngle(straightenDeg)}`]),
  ...(flipX ? ['flipped left to right'] : []),
  ...(flipY ? ['flipped top to bottom'] : []),
];

/** How the picture is framed, for people who hear it. */
export const describeEdit = (crop: Crop, { view, turn }: Edit): string =>
  [
    `Zoom ${formatPercent(view.zoom)}`,
    `centred ${formatPercent(view.centerX / crop.widthPx)} across` +
      ` and ${formatPercent(view.centerY / crop.heightPx)} down`,
    ...turnWords(turn),
  ].join(', ');
