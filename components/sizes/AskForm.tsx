import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../shared/Icon.tsx';
import { problemWords } from './size-words.ts';
import type { Sizes } from './use-sizes.ts';

/** Where a person says whose pictures to show, or which. */
export const AskForm = ({ state, actions }: Pick<Sizes, 'state' | 'actions'>) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { text, textProblem } = state;
  useEffect(() => {
    if (textProblem) input.current?.select();
  }, [textProblem]);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    actions.ask(text);
  };
  return (
    <form class="sizes__form field" onSubmit={onSubmit}>
      <label htmlFor={id}>Handle or picture address</label>
      <div class="sizes__field">
        <input
          id={id}
          ref={input}
          class="field__input"
          type="text"
          value={text}
          placeholder="@handle or https://pbs.twimg.com/…"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={textProblem !== null}
          aria-describedby={`${id}-note`}
          onInput={(event) => actions.type(event.currentTarget.value)}
        />
        <button type="submit" class="button button--primary">
          Show sizes
        </button>
      </div>
      <p
        id={`${id}-note`}
        class="field__note sizes__problem"
        role={textProblem ? 'alert' : undefined}
      >
        {textProblem && (
          <>
            <Icon name="warning" sizePx={14} />
            {problemWords[textProblem.kind]}
          </>
        )}
      </p>
    </form>
  );
};
