import type { WantedSize } from '../../utils/domain/picture.ts';
import { choiceIdOf, choiceWithId, outputChoices } from './output.ts';
import type { StudioEvent, StudioState } from './studio-state.ts';

interface OutputChoiceProps {
  readonly state: StudioState;
  /** Sizes that can be made of what is framed. */
  readonly sizes: readonly WantedSize[];
  readonly dispatch: (event: StudioEvent) => void;
}

/** How large and how the file is written; and what lies under see-through parts where that matters. */
export const OutputChoice = ({ state, sizes, dispatch }: OutputChoiceProps) => {
  const { output, seeThrough, kind } = state;
  const needsBackground = seeThrough && (output.format === 'jpeg' || output.format === 'small');
  // What was chosen stays in the list, also where the frame has become too small for it.
  const groups = outputChoices.filter(({ size }) => sizes.includes(size) || output.size === size);
  const choose = (change: Partial<typeof output>) =>
    dispatch({ type: 'outputChosen', output: { ...output, ...change } });
  return (
    <>
      {needsBackground && (
        <input
          type="color"
          class="facts__background"
          aria-label="Background colour"
          title="Background colour"
          value={output.background}
          onInput={(event) => choose({ background: event.currentTarget.value })}
        />
      )}
      <select
        class="facts__format"
        aria-label="File format"
        value={choiceIdOf(output)}
        onChange={(event) => {
          const { size, format } = choiceWithId(event.currentTarget.value);
          choose({ size, format });
        }}
      >
        {groups.map(({ size, name, choices }) => (
          <optgroup key={size} label={name(kind)}>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </>
  );
};
