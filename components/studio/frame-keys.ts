import { fit, frameSize, pan, zoomAt, type Crop, type View } from '../../utils/domain/crop.ts';
import { formatPercent } from '../shared/format.ts';

/** One press moves the picture by this share of the frame; with Shift ten times as far. */
const smallStep = 0.01;
const zoomStep = 1.1;

/** Arrow keys push the picture, as a drag does, so the frame goes the other way over it. */
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The view after a key, or null when the key means nothing here. */
export const viewAfterKey = (
  crop: Crop,
  view: View,
  key: { readonly key: string; readonly shiftKey: boolean },
): View | null => {
  const direction = directions[key.key];
  if (direction) {
    const step = frameSize(crop, view.zoom).width * smallStep * (key.shiftKey ? 10 : 1);
    return pan(crop, view, direction[0] * step, direction[1] * step);
  }
  if (key.key === '+' || key.key === '=') return zoomAt(crop, view, zoomStep);
  if (key.key === '-' || key.key === '_') return zoomAt(crop, view, 1 / zoomStep);
  if (key.key === '0') return fit(crop);
  return null;
};

/** Where the frame stands, for people who hear it. */
export const describeView = (crop: Crop, view: View): string =>
  `Zoom ${formatPercent(view.zoom)}, centred ${formatPercent(view.centerX / crop.widthPx)} across` +
  ` and ${formatPercent(view.centerY / crop.heightPx)} down`;
