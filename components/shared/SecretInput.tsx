import type { InputHTMLAttributes, RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

type Given = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'name' | 'disabled' | 'readOnly' | 'autocomplete' | 'aria-describedby' | 'onPaste'
>;

interface SecretInputProps extends Given {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly inputRef?: RefObject<HTMLInputElement | null> | undefined;
  readonly onValue: (value: string) => void;
}

/** Something secret: hidden like a password, shown on demand. */
export const SecretInput = (props: SecretInputProps) => {
  const { label, value, isWrong, inputRef, onValue, ...given } = props;
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div class="key">
      <label id={`${id}-name`} htmlFor={id}>
        {label}
      </label>
      <div class="key__row">
        <input
          {...given}
          id={id}
          {...(inputRef && { ref: inputRef })}
          class="key__input"
          {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
          value={value}
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={isWrong}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        <button
          type="button"
          class="icon-button key__eye"
          // Named without the field, so that the field's own name leads to one control only.
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
