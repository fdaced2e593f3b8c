import { keyNames } from '../../utils/domain/error-texts.ts';
import { SecretInput } from '../shared/SecretInput.tsx';
import { splitKeys, type KeyField } from './key-paste.ts';
import type { AddAccountState } from './use-add-account.ts';

interface KeyInputProps {
  readonly field: KeyField;
  readonly state: AddAccountState;
}

/** One key: hidden like a password, shown on demand, taken from a paste of all four as well. */
export const KeyInput = ({ field, state }: KeyInputProps) => {
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const keys = splitKeys(text, field);
    if (!keys) return;
    event.preventDefault();
    state.change(keys);
  };
  return (
    <SecretInput
      label={keyNames[field]}
      value={state.keys[field]}
      isWrong={state.wrongField === field}
      name={field}
      disabled={state.busy}
      autocomplete="off"
      onPaste={onPaste}
      onValue={(value) => state.change({ [field]: value })}
    />
  );
};
