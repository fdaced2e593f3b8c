import { flip, turnQuarter, type Turn } from '../../utils/domain/turn.ts';
import { Icon, type IconName } from '../shared/Icon.tsx';
import { firstEdit, sameEdit, withTurn } from './edit.ts';
import type { Framing } from './framing.ts';
import type { StudioEvent } from './studio-state.ts';

interface EditToolsProps {
  readonly framing: Framing;
  readonly dispatch: (event: StudioEvent) => void;
  /** Whether the slider turns, where there is room for one slider only. */
  readonly straightening: boolean;
  readonly onStraightening: (on: boolean) => void;
}

interface ToolProps {
  readonly icon: IconName;
  readonly name: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly className?: string;
  readonly keys?: string;
  readonly onPress: () => void;
}

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

const Tool = ({ icon, name, disabled, pressed, className = '', keys, onPress }: ToolProps) => (
  <button
    type="button"
    class={`icon-button ${className}`}
    aria-label={name}
    aria-pressed={pressed}
    title={keys ? `${name} (${keys})` : name}
    // Not `disabled`: the button just pressed must not lose the keyboard when it has nothing more to do.
    aria-disabled={disabled === true}
    onClick={() => disabled !== true && onPress()}
  >
    <Icon name={icon} sizePx={18} />
  </button>
);

const StepTools = ({ framing, dispatch }: Pick<EditToolsProps, 'framing' | 'dispatch'>) => (
  <div class="tools__group">
    <Tool
      icon="undo"
      name="Undo"
      keys={isMac() ? '⌘Z' : 'Ctrl+Z'}
      disabled={framing.history.past.length === 0}
      onPress={() => dispatch({ type: 'stepped', direction: 'undo' })}
    />
    <Tool
      icon="redo"
      name="Redo"
      keys={isMac() ? '⇧⌘Z' : 'Ctrl+Y'}
      disabled={framing.history.future.length === 0}
      onPress={() => dispatch({ type: 'stepped', direction: 'redo' })}
    />
  </div>
);

const turns: readonly {
  readonly icon: IconName;
  readonly name: string;
  readonly keys: string;
  readonly apply: (turn: Turn) => Turn;
}[] = [
  { icon: 'turnLeft', name: 'Turn left', keys: 'Shift+R', apply: (turn) => turnQuarter(turn, -1) },
  { icon: 'turnRight', name: 'Turn right', keys: 'R', apply: (turn) => turnQuarter(turn, 1) },
  { icon: 'flipX', name: 'Flip left to right', keys: 'H', apply: (turn) => flip(turn, 'x') },
  { icon: 'flipY', name: 'Flip top to bottom', keys: 'V', apply: (turn) => flip(turn, 'y') },
];

/** Undo, turn, flip, reset: one row of buttons under the frame. */
export const EditTools = (props: EditToolsProps) => {
  const { framing, dispatch, straightening, onStraightening } = props;
  const { crop, edit } = framing;
  const first = firstEdit(crop);
  return (
    <div class="tools" role="group" aria-label="Edit">
      <StepTools framing={framing} dispatch={dispatch} />
      <div class="tools__group">
        {turns.map(({ apply, ...tool }) => (
          <Tool
            key={tool.name}
            {...tool}
            onPress={() =>
              dispatch({ type: 'edited', edit: withTurn(crop, edit, apply(edit.turn)) })
            }
          />
        ))}
        <Tool
          icon="straighten"
          name="Straighten"
          className="tools__straighten"
          pressed={straightening}
          onPress={() => onStraightening(!straightening)}
        />
      </div>
      <div class="tools__group">
        <Tool
          icon="reset"
          name="Reset"
          disabled={sameEdit(edit, first)}
          onPress={() => dispatch({ type: 'edited', edit: first })}
        />
      </div>
    </div>
  );
};
