import type { RefObject } from 'preact';
import { SecretInput } from './SecretInput.tsx';

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
export const PassphraseInput = (props: PassphraseInputProps) => (
  <SecretInput
    label={props.label}
    value={props.value}
    isWrong={props.isWrong ?? false}
    inputRef={props.inputRef}
    readOnly={props.disabled ?? false}
    autocomplete={props.isNew ? 'new-password' : 'current-password'}
    aria-describedby={props.describedBy}
    onValue={props.onValue}
  />
);
