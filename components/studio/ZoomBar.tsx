import {
  coverZoom,
  fit,
  sliderToZoom,
  zoomAt,
  zoomTo,
  zoomToSlider,
  type Crop,
  type View,
} from '../../utils/domain/crop.ts';
import { formatPercent } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import type { Gesture } from './edit.ts';

interface ZoomBarProps {
  readonly crop: Crop;
  readonly view: View;
  readonly onView: (view: View, gesture: Gesture | null) => void;
}

const step = 1.25;
const sliderSteps = 100;

/** Zoom by slider or by steps, and back to the largest frame that fits. */
export const ZoomBar = ({ crop, view, onView }: ZoomBarProps) => {
  const place = zoomToSlider(crop, view.zoom);
  const onInput = (event: Event & { readonly currentTarget: HTMLInputElement }) => {
    const zoom = sliderToZoom(crop, Number(event.currentTarget.value) / sliderSteps);
    onView(zoomTo(crop, view, zoom), { key: 'zoom', atMs: event.timeStamp });
  };
  return (
    <div class="slider-bar slider-bar--zoom">
      <button
        type="button"
        class="icon-button"
        aria-label="Zoom out"
        disabled={view.zoom <= coverZoom(crop)}
        onClick={() => onView(zoomAt(crop, view, 1 / step), null)}
      >
        <Icon name="minus" />
      </button>
      <input
        type="range"
        class="slider"
        aria-label="Zoom"
        aria-valuetext={formatPercent(view.zoom)}
        min={0}
        max={sliderSteps}
        step={1}
        value={Math.round(place * sliderSteps)}
        style={{ '--place': `${place * 100}%` }}
        onInput={onInput}
      />
      <button
        type="button"
        class="icon-button"
        aria-label="Zoom in"
        disabled={view.zoom >= crop.maxZoom}
        onClick={() => onView(zoomAt(crop, view, step), null)}
      >
        <Icon name="plus" />
      </button>
      <output class="slider-bar__value" aria-hidden="true">
        {formatPercent(view.zoom)}
      </output>
      <button
        type="button"
        class="button button--quiet button--small"
        onClick={() => onView(fit(crop), null)}
      >
        Fit
      </button>
    </div>
  );
};
