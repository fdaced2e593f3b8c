import {
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

interface ZoomBarProps {
  readonly crop: Crop;
  readonly view: View;
  readonly onView: (view: View) => void;
}

const step = 1.25;
const sliderSteps = 100;

/** Zoom by slider or by steps, and back to the largest frame that fits. */
export const ZoomBar = ({ crop, view, onView }: ZoomBarProps) => {
  const place = zoomToSlider(crop, view.zoom);
  const onInput = (event: { readonly currentTarget: HTMLInputElement }) =>
    onView(zoomTo(crop, view, sliderToZoom(crop, Number(event.currentTarget.value) / sliderSteps)));
  return (
    <div class="zoom-bar">
      <button
        type="button"
        class="icon-button"
        aria-label="Zoom out"
        disabled={view.zoom <= 1}
        onClick={() => onView(zoomAt(crop, view, 1 / step))}
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
        onClick={() => onView(zoomAt(crop, view, step))}
      >
        <Icon name="plus" />
      </button>
      <output class="zoom-bar__value" aria-hidden="true">
        {formatPercent(view.zoom)}
      </output>
      <button
        type="button"
        class="button button--quiet button--small"
        onClick={() => onView(fit(crop))}
      >
        Fit
      </button>
    </div>
  );
};
