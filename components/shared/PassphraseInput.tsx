import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

interface PassphraseInputProps {
  readonly label: string;
  readonly value: string;
  /** Helps password managers to tell a passphrase that is given from one that is chosen. */
  readonly isNew?: boolean;
  readonly isWrong?: boolean;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onValue: (value: string) => void;
}

/** A passphrase: hidden, shown on demand. */
export const PassphraseInput = (props: PassphraseInputProps) => {
  const { label, value, isNew = false, isWrong = false, disabled = false, onValue } = props;
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div class="key">
      <label id={`${id}-name`} htmlFor={id}>
        {label}
      </label>
      <div class="key__row">
        <input
          id={id}
          {...(props.inputRef && { ref: props.inputRef })}
          class="key__input"
          {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
          value={value}
          readOnly={disabled}
          autocomplete={isNew ? 'new-password' : 'current-password'}
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={isWrong}
          aria-describedby={props.describedBy}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        <button
          type="button"
          class="icon-button key__eye"
          aria-label="Show what was typed"
          aria-describedby={`${id}-name`}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eyeOff' : 'eye'} />
        </button>
      </div>
    </div>
  );
};
