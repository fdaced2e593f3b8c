import { keyFields } from './key-paste.ts';
import { KeyInput } from './KeyInput.tsx';
import type { AddAccountState } from './use-add-account.ts';
import { WayForm } from './WayForm.tsx';

interface KeysFormProps {
  readonly state: AddAccountState;
}

/** An account by its four keys, checked with their server before they are kept. */
export const KeysForm = ({ state }: KeysFormProps) => (
  <WayForm state={state} label="Add account" onSubmit={state.addByKeys}>
    {keyFields.map((field) => (
      <KeyInput key={field} field={field} state={state} />
    ))}
  </WayForm>
);
