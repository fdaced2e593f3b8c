import type { Account } from '../../utils/domain/account.ts';
import type { AddAccountError } from '../../utils/domain/account-errors.ts';
import { addAccountErrorText, errorDetails } from '../../utils/domain/error-texts.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import type { OptionsPorts } from '../options-ports.ts';
import { KeysForm } from './KeysForm.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { PinForm } from './PinForm.tsx';
import { ServerField } from './ServerField.tsx';
import { type AddAccountState, useAddAccount } from './use-add-account.ts';
import { WayChoice } from './WayChoice.tsx';
import { WindowForm } from './WindowForm.tsx';

interface AddAccountProps {
  readonly ports: OptionsPorts;
  readonly accounts: readonly Account[];
}

/** Failures of the window that the PIN does not have. */
const pinHelps = (error: AddAccountError): boolean =>
  error.kind === 'windowClosed' ||
  ((error.kind === 'app' || error.kind === 'api') &&
    ['callbackNotApproved', 'pinOnly', 'signInOver', 'badRequest'].includes(error.error.kind));

const Outcome = ({ state }: { readonly state: AddAccountState }) => {
  const { busy, added, error, way, serverName } = state;
  return (
    <>
      <p class={added ? 'notice notice--success' : 'visually-hidden'} role="status">
        {busy && (way === 'window' ? `Waiting for ${serverName}…` : `Asking ${serverName}…`)}
        {added && `@${added} is ready to use.`}
      </p>
      {error && (
        <ErrorNotice words={addAccountErrorText(error, serverName)} details={errorDetails(error)}>
          {way === 'window' && pinHelps(error) && (
            <button type="button" class="button" onClick={() => void state.beginPin()}>
              Use a PIN instead
            </button>
          )}
        </ErrorNotice>
      )}
    </>
  );
};

/** Three ways to add an account, one at a time, and how to come by the keys each needs. */
export const AddAccount = ({ ports, accounts }: AddAccountProps) => {
  const state = useAddAccount(ports, accounts);
  const isWaiting = state.way === 'pin' && state.pending?.by === 'pin';
  return (
    <>
      <section class="card add" aria-labelledby="add-title">
        <h2 id="add-title">Add an account</h2>
        <WayChoice way={state.way} disabled={state.busy} onWay={state.choose} />
        {state.way === 'keys' && <KeysForm state={state} />}
        {state.way === 'pin' && <PinForm state={state} accounts={accounts} />}
        {state.way === 'window' && (
          <WindowForm
            state={state}
            accounts={accounts}
            redirectAddress={ports.signIn.redirectAddress}
          />
        )}
        <Outcome state={state} />
        {!isWaiting && state.appOf === null && <ServerField state={state} />}
        <p class="add__privacy">
          Your keys stay in this browser. They only ever leave it as signatures, and only to the API
          of {state.serverName === 'X' ? 'X itself' : state.serverName}.
        </p>
      </section>
      <KeysHelp way={state.way} />
    </>
  );
};
