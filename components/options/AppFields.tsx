import { useId } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { isX, serverName } from '../../utils/domain/server.ts';
import { KeyInput } from './KeyInput.tsx';
import type { AddAccountState } from './use-add-account.ts';

interface AppFieldsProps {
  readonly state: AddAccountState;
  readonly accounts: readonly Account[];
}

const appName = ({ handle, apiBase }: Account): string =>
  isX(apiBase) ? `The app of @${handle}` : `The app of @${handle} on ${serverName(apiBase)}`;

/** Which app to sign in to: one by its two keys, or that of an account there already is. */
export const AppFields = ({ state, accounts }: AppFieldsProps) => {
  const id = useId();
  return (
    <>
      {accounts.length > 0 && (
        <div class="field">
          <label htmlFor={id}>App</label>
          <select
            id={id}
            class="select select--wide"
            value={state.appOf ?? ''}
            disabled={state.busy}
            onChange={({ currentTarget: { value } }) =>
              state.changeApp(value === '' ? null : value)
            }
          >
            <option value="">An app by its keys</option>
            {accounts.map((account) => (
              <option key={account.id} value={account.id}>
                {appName(account)}
              </option>
            ))}
          </select>
        </div>
      )}
      {state.appOf === null &&
        (['apiKey', 'apiKeySecret'] as const).map((field) => (
          <KeyInput key={field} field={field} state={state} />
        ))}
    </>
  );
};
