import { useEffect, useRef, useState } from 'preact/hooks';
import type { AddAccountError } from '../../utils/domain/account-errors.ts';
import type { AccountKeys } from '../../utils/domain/account.ts';
import { addAccountErrorText, errorDetails } from '../../utils/domain/error-texts.ts';
import type { OptionsPorts } from '../options-ports.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { keyFields, type KeyField } from './key-paste.ts';
import { KeyInput } from './KeyInput.tsx';

interface AddAccountFormProps {
  readonly addAccount: OptionsPorts['addAccount'];
}

const noKeys: AccountKeys = {
  apiKey: '',
  apiKeySecret: '',
  accessToken: '',
  accessTokenSecret: '',
};

const trimmed = (keys: AccountKeys): AccountKeys => ({
  apiKey: keys.apiKey.trim(),
  apiKeySecret: keys.apiKeySecret.trim(),
  accessToken: keys.accessToken.trim(),
  accessTokenSecret: keys.accessTokenSecret.trim(),
});

/** Keys in, an account out: what is typed, what is under way, and how it ended. */
const useAddAccount = (addAccount: OptionsPorts['addAccount']) => {
  const [keys, setKeys] = useState(noKeys);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AddAccountError | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const change = (more: Partial<AccountKeys>) => {
    setKeys((before) => ({ ...before, ...more }));
    setError(null);
    setAdded(null);
  };
  const submit = async () => {
    const given = trimmed(keys);
    const missing = keyFields.find((field) => given[field] === '');
    setAdded(null);
    setError(missing ? { kind: 'missingKey', field: missing } : null);
    if (missing) return;
    setBusy(true);
    const result = await addAccount(given);
    setBusy(false);
    if (!result.ok) return setError(result.error);
    setKeys(noKeys);
    setAdded(result.value.handle);
  };
  return { keys, busy, error, added, change, submit };
};

/** Which field to look at for an error, where it is about one. */
const fieldOf = (error: AddAccountError | null): KeyField | null =>
  error?.kind === 'missingKey' ? error.field : null;

/** The four keys, checked with X before they are kept. */
export const AddAccountForm = ({ addAccount }: AddAccountFormProps) => {
  const { keys, busy, error, added, change, submit } = useAddAccount(addAccount);
  const form = useRef<HTMLFormElement>(null);
  const wrong = fieldOf(error);
  useEffect(() => {
    if (wrong) form.current?.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
  }, [error, wrong]);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!busy) void submit();
  };
  return (
    <form class="card add" ref={form} onSubmit={onSubmit} aria-labelledby="add-title" noValidate>
      <h2 id="add-title">Add an account</h2>
      <p class="add__hint">Paste all four keys at once into any field, or one by one.</p>
      {keyFields.map((field) => (
        <KeyInput
          key={field}
          field={field}
          value={keys[field]}
          wrong={wrong === field}
          disabled={busy}
          onValue={(value) => change({ [field]: value })}
          onKeys={change}
        />
      ))}
      <button type="submit" class="button button--primary button--large" aria-disabled={busy}>
        {busy && <span class="spinner" aria-hidden="true" />}
        Add account
      </button>
      <p class={added ? 'notice notice--success' : 'visually-hidden'} role="status">
        {busy && 'Asking X…'}
        {added && `@${added} is ready to use.`}
      </p>
      {error && <ErrorNotice words={addAccountErrorText(error)} details={errorDetails(error)} />}
      <p class="add__privacy">
        Your keys stay in this browser. They only ever leave it as signatures, and only to X’s own
        API.
      </p>
    </form>
  );
};
