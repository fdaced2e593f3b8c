import { useRef } from 'preact/hooks';
import type { Crop } from '../../utils/domain/crop.ts';
import { maxStraightenDeg, straighten } from '../../utils/domain/turn.ts';
import { formatAngle } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { withTurn, type Edit, type Gesture } from './edit.ts';

interface StraightenBarProps {
  readonly crop: Crop;
  readonly edit: Edit;
  readonly onEdit: (edit: Edit, gesture: Gesture | null) => void;
}

const stepDeg = 0.1;
const pageStepDeg = 5;
const shiftStepDeg = 1;
/** Under a pointer, straight is a place one can feel. */
const snapDeg = 0.8;

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
};

/** Where a key leads, or null when the slider's own way is right. */
const angleAfterKey = (deg: number, { key, shiftKey }: KeyboardEvent): number | null => {
  if (key === '0' || key === 'Delete' || key === 'Backspace') return 0;
  if (key === 'PageUp') return deg + pageStepDeg;
  if (key === 'PageDown') return deg - pageStepDeg;
  const direction = keySteps[key];
  return direction === undefined ? null : deg + direction * (shiftKey ? shiftStepDeg : stepDeg);
};

/** Turns the picture by up to 45° to either side. */
export const StraightenBar = ({ crop, edit, onEdit }: StraightenBarProps) => {
  const byPointer = useRef(false);
  const deg = edit.turn.straightenDeg;
  const turnTo = (next: number, gesture: Gesture | null) =>
    onEdit(withTurn(crop, edit, straighten(edit.turn, next)), gesture);
  const onInput = (event: Event & { readonly currentTarget: HTMLInputElement }) => {
    const value = Number(event.currentTarget.value);
    const snapped = byPointer.current && Math.abs(value) < snapDeg ? 0 : value;
    // What the snap holds back must not stay shown by the slider itself.
    event.currentTarget.value = String(snapped);
    turnTo(snapped, { key: 'straighten', atMs: event.timeStamp });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    byPointer.current = false;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = angleAfterKey(deg, event);
    if (next === null) return;
    event.preventDefault();
    turnTo(next, { key: 'straighten', atMs: event.timeStamp });
  };
  return (
    <div class="slider-bar slider-bar--straighten">
      <span class="slider-bar__icon">
        <Icon name="straighten" />
      </span>
      <input
        type="range"
        class="slider slider--middle"
        aria-label="Straighten"
        aria-valuetext={`${formatAngle(deg)}`}
        min={-maxStraightenDeg}
        max={maxStraightenDeg}
        step={stepDeg}
        value={deg}
        style={{ '--place': `${((deg + maxStraightenDeg) / (2 * maxStraightenDeg)) * 100}%` }}
        onPointerDown={() => {
          byPointer.current = true;
        }}
        onKeyDown={onKeyDown}
        onInput={onInput}
      />
      <output class="slider-bar__value" aria-hidden="true">
        {formatAngle(deg)}
      </output>
      <button
        type="button"
        class="button button--quiet button--small"
        aria-disabled={deg === 0}
        onClick={() => turnTo(0, null)}
      >
        Level
      </button>
    </div>
  );
};
