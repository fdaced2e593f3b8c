import { useEffect, useRef } from 'preact/hooks';
import type { Framing } from './framing.ts';
import { StillThumbs } from './StillThumbs.tsx';
import type { StudioEvent } from './studio-state.ts';

interface StillPickerProps {
  readonly framing: Framing;
  readonly dispatch: (event: StudioEvent) => void;
}

/** Asks the picture for another still; only the last one asked for is shown. */
const useStill = ({ framing, dispatch }: StillPickerProps) => {
  const { picture } = framing;
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), [picture]);
  return async (index: number): Promise<void> => {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    const result = await picture.selectFrame?.(index, signal);
    if (!result) return;
    if (signal.aborted) {
      if (result.ok) result.value.close();
      return;
    }
    if (!result.ok) {
      dispatch({ type: 'loadFailed', problem: { kind: 'image', error: result.error } });
      return;
    }
    dispatch({ type: 'stillChosen', picture, index, preview: result.value });
  };
};

/** Which still of an animated picture is used. Only there when the picture has several. */
export const StillPicker = (props: StillPickerProps) => {
  const { picture, stillIndex } = props.framing;
  const choose = useStill(props);
  const count = picture.frames ?? 1;
  if (count < 2 || !picture.selectFrame) return null;
  return (
    <label class="stills">
      <span class="stills__words">X shows one still:</span>
      <span class="stills__track">
        {picture.thumbnail && <StillThumbs picture={picture} count={count} />}
        <input
          type="range"
          class={picture.thumbnail ? 'slider slider--strip' : 'slider'}
          aria-label="Still of the animation"
          aria-valuetext={`${stillIndex + 1} of ${count}`}
          min={0}
          max={count - 1}
          step={1}
          value={stillIndex}
          style={{ '--place': `${(stillIndex / (count - 1)) * 100}%` }}
          onInput={(event) => void choose(Number(event.currentTarget.value))}
        />
      </span>
      <output class="stills__count" aria-hidden="true">
        {stillIndex + 1} / {count}
      </output>
    </label>
  );
};
