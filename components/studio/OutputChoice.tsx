import type { WantedFormat } from '../../utils/domain/picture.ts';
import { formatChoices } from './output.ts';
import type { StudioEvent, StudioState } from './studio-state.ts';

interface OutputChoiceProps {
  readonly state: StudioState;
  readonly dispatch: (event: StudioEvent) => void;
}

/** How the file is written; and what lies under see-through parts where that matters. */
export const OutputChoice = ({ state, dispatch }: OutputChoiceProps) => {
  const { output, seeThrough } = state;
  const needsBackground = seeThrough && (output.format === 'jpeg' || output.format === 'small');
  return (
    <>
      {needsBackground && (
        <input
          type="color"
          class="facts__background"
          aria-label="Background colour"
          title="Background colour"
          value={output.background}
          onInput={(event) =>
            dispatch({
              type: 'outputChosen',
              output: { ...output, background: event.currentTarget.value },
            })
          }
        />
      )}
      <select
        class="facts__format"
        aria-label="File format"
        value={output.format}
        onChange={(event) =>
          dispatch({
            type: 'outputChosen',
            output: { ...output, format: event.currentTarget.value as WantedFormat },
          })
        }
      >
        {formatChoices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
};
