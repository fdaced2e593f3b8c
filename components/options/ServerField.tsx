import { useId } from 'preact/hooks';
import type { AddAccountState } from './use-add-account.ts';

interface ServerFieldProps {
  readonly state: AddAccountState;
}

/** Where the keys are for, which for nearly everybody is X: out of the way until it is wanted. */
export const ServerField = ({ state }: ServerFieldProps) => {
  const id = useId();
  return (
    <details class="server">
      <summary>Not on X? Choose another server</summary>
      <div class="field">
        <label htmlFor={id}>Server address</label>
        <input
          id={id}
          class="field__input"
          value={state.server}
          disabled={state.busy}
          placeholder="social.example"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={state.isWrongServer}
          aria-describedby={`${id}-note`}
          onInput={(event) => state.changeServer(event.currentTarget.value)}
        />
        <p class="field__note" id={`${id}-note`}>
          Any server that speaks Twitter’s API 1.1. Your browser asks before Facelift may talk to
          it. Left empty, it is X.
        </p>
      </div>
    </details>
  );
};
