import { useId, useState } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { Icon } from '../shared/Icon.tsx';
import { AppFields } from './AppFields.tsx';
import type { AddAccountState } from './use-add-account.ts';
import { WayForm } from './WayForm.tsx';

interface WindowFormProps {
  readonly state: AddAccountState;
  readonly accounts: readonly Account[];
  readonly redirectAddress: string;
}

const labels = { idle: 'Copy', done: 'Copied', failed: 'Select it and copy' } as const;

const CallbackAddress = ({ address }: { readonly address: string }) => {
  const id = useId();
  const [copied, setCopied] = useState<keyof typeof labels>('idle');
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied('done'),
      () => setCopied('failed'),
    );
  return (
    <div class="field">
      <label htmlFor={id}>Callback address</label>
      <div class="callback">
        <input
          id={id}
          class="callback__address"
          value={address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name={copied === 'done' ? 'check' : 'copy'} />
          <span aria-live="polite">{labels[copied]}</span>
        </button>
      </div>
      <p class="field__note">
        Your app must list this address, to the letter, among its callback URLs.
      </p>
    </div>
  );
};

/** An account by signing in to one's own app in a window that comes back by itself. */
export const WindowForm = ({ state, accounts, redirectAddress }: WindowFormProps) => (
  <WayForm state={state} label="Sign in" onSubmit={state.signInWindow}>
    <CallbackAddress address={redirectAddress} />
    <AppFields state={state} accounts={accounts} />
  </WayForm>
);
