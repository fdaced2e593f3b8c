import { useId, useState } from 'preact/hooks';
import { keyNames } from '../../utils/domain/error-texts.ts';
import { Icon } from '../shared/Icon.tsx';
import { splitKeys, type KeyField } from './key-paste.ts';

interface KeyInputProps {
  readonly field: KeyField;
  readonly value: string;
  readonly wrong: boolean;
  readonly disabled: boolean;
  readonly onValue: (value: string) => void;
  /** Several keys pasted at once, each with its field. */
  readonly onKeys: (keys: Partial<Record<KeyField, string>>) => void;
}

/** One key: hidden like a password, shown on demand, taken from a paste of all four as well. */
export const KeyInput = ({ field, value, wrong, disabled, onValue, onKeys }: KeyInputProps) => {
  const id = useId();
  const [shown, setShown] = useState(false);
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const keys = splitKeys(text, field);
    if (!keys) return;
    event.preventDefault();
    onKeys(keys);
  };
  return (
    <div class="key">
      <label id={`${id}-name`} htmlFor={id}>
        {keyNames[field]}
      </label>
      <div class="key__row">
        <input
          id={id}
          class="key__input"
          {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
          name={field}
          value={value}
          disabled={disabled}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={wrong}
          onInput={(event) => onValue(event.currentTarget.value)}
          onPaste={onPaste}
        />
        <button
          type="button"
          class="icon-button key__eye"
          // Named without the key, so that the key's own name leads to one control only.
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
