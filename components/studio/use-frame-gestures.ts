import { useEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import {
  pan,
  sourceToStage,
  stageToSource,
  zoomAt,
  type Box,
  type Crop,
  type Point,
  type View,
} from '../../utils/domain/crop.ts';
import { useLatest } from '../shared/hooks.ts';
import type { Gesture } from './edit.ts';

interface Gestures {
  readonly surface: RefObject<HTMLElement | null>;
  readonly crop: Crop;
  readonly view: View;
  readonly box: Box;
  readonly onView: (view: View, gesture: Gesture) => void;
}

const linePx = 16;
const wheelZoomPerPx = 0.0016;
/** Trackpad pinches arrive as wheel events with Ctrl and small steps. */
const pinchZoomPerPx = 0.01;
const wheelStepLimit = 0.4;

/** How much one wheel event multiplies the zoom by. */
const wheelFactor = (event: WheelEvent): number => {
  const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * linePx : event.deltaY;
  const power = -px * (event.ctrlKey ? pinchZoomPerPx : wheelZoomPerPx);
  return Math.exp(Math.min(wheelStepLimit, Math.max(-wheelStepLimit, power)));
};

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

const spread = ([one, other]: readonly Point[]): number =>
  one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;

/** Where fingers were and where they are: the picture follows them. */
const follow = (
  { crop, view, box }: Gestures,
  before: readonly Point[],
  now: readonly Point[],
): View => {
  const matrix = sourceToStage(crop, view, box);
  const from = stageToSource(matrix, middle(before));
  const to = stageToSource(matrix, middle(now));
  const moved = pan(crop, view, from.x - to.x, from.y - to.y);
  const was = spread(before);
  if (was === 0) return moved;
  const held = stageToSource(sourceToStage(crop, moved, box), middle(now));
  return zoomAt(crop, moved, spread(now) / was, held);
};

const placeOn = (surface: HTMLElement, event: MouseEvent): Point => {
  const edge = surface.getBoundingClientRect();
  return { x: event.clientX - edge.left, y: event.clientY - edge.top };
};

/** Mouse drag, touch pan and pinch, and wheel zoom at the pointer. Says whether a drag is going on. */
export const useFrameGestures = (gestures: Gestures): boolean => {
  const [dragging, setDragging] = useState(false);
  const latest = useLatest(gestures);
  useEffect(() => {
    const surface = latest.current.surface.current;
    if (!surface) return;
    const pointers = new Map<number, Point>();
    // Several events may come before the next rendering: each goes on from the last one's view.
    let view = latest.current.view;
    let seen = view;
    const current = (): Gestures => {
      if (latest.current.view !== seen) view = seen = latest.current.view;
      return { ...latest.current, view };
    };
    // A drag is one gesture from the first finger down to the last one up, however long it rests.
    let drag: Gesture = { key: 'drag', atMs: 0 };
    const show = (next: View, gesture: Gesture) => {
      view = next;
      latest.current.onView(next, gesture);
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || pointers.size === 2) return;
      surface.setPointerCapture(event.pointerId);
      if (pointers.size === 0) drag = { key: `drag ${event.timeStamp}`, atMs: event.timeStamp };
      pointers.set(event.pointerId, placeOn(surface, event));
      setDragging(true);
    };
    const onMove = (event: PointerEvent) => {
      if (!pointers.has(event.pointerId)) return;
      const before = [...pointers.values()];
      pointers.set(event.pointerId, placeOn(surface, event));
      show(follow(current(), before, [...pointers.values()]), drag);
    };
    const onUp = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
      if (pointers.size === 0) setDragging(false);
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const now = current();
      const held = stageToSource(
        sourceToStage(now.crop, now.view, now.box),
        placeOn(surface, event),
      );
      const gesture = { key: 'wheel', atMs: event.timeStamp };
      show(zoomAt(now.crop, now.view, wheelFactor(event), held), gesture);
    };
    surface.addEventListener('pointerdown', onDown);
    surface.addEventListener('pointermove', onMove);
    surface.addEventListener('pointerup', onUp);
    surface.addEventListener('pointercancel', onUp);
    surface.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      surface.removeEventListener('pointerdown', onDown);
      surface.removeEventListener('pointermove', onMove);
      surface.removeEventListener('pointerup', onUp);
      surface.removeEventListener('pointercancel', onUp);
      surface.removeEventListener('wheel', onWheel);
    };
  }, [latest]);
  return dragging;
};
