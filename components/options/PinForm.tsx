import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import type { SignInView } from '../../utils/domain/sign-in.ts';
import { formatTime } from '../shared/format.ts';
import { AppFields } from './AppFields.tsx';
import type { AddAccountState } from './use-add-account.ts';
import { WayForm } from './WayForm.tsx';

interface PinFormProps {
  readonly state: AddAccountState;
  readonly accounts: readonly Account[];
}

interface EntryProps {
  readonly state: AddAccountState;
  readonly pending: SignInView;
}

/** The second half: the page has shown a PIN, or is about to. */
const PinEntry = ({ state, pending }: EntryProps) => {
  const [pin, setPin] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { error } = state;
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (error) input.current?.select();
  }, [error]);
  const isWrong =
    error?.kind === 'notAPin' || (error?.kind === 'api' && error.error.kind === 'wrongPin');
  return (
    <WayForm
      state={state}
      label="Finish sign-in"
      onSubmit={() => state.finishPin(pin)}
      more={
        <>
          <button type="button" class="button" onClick={() => void state.reopen()}>
            Open the page again
          </button>
          <button type="button" class="button button--quiet" onClick={() => void state.cancel()}>
            Cancel
          </button>
        </>
      }
    >
      <p class="add__now">
        {state.serverName} has opened in another tab. Let your app in there, then type the PIN that
        you are shown.
      </p>
      <div class="field">
        <label htmlFor="pin">PIN</label>
        <input
          id="pin"
          class="pin__input"
          ref={input}
          value={pin}
          readOnly={state.busy}
          inputMode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          aria-invalid={isWrong}
          aria-describedby="pin-until"
          onInput={(event) => setPin(event.currentTarget.value)}
        />
        <p class="field__note" id="pin-until">
          This sign-in is kept until {formatTime(pending.endsAtMs)}.
        </p>
      </div>
    </WayForm>
  );
};

/** An account by signing in to one's own app, with a PIN that is carried over by hand. */
export const PinForm = ({ state, accounts }: PinFormProps) =>
  state.pending?.by === 'pin' ? (
    <PinEntry state={state} pending={state.pending} />
  ) : (
    <WayForm state={state} label="Get a PIN" onSubmit={state.beginPin}>
      <AppFields state={state} accounts={accounts} />
    </WayForm>
  );
