import { useEffect, useRef, useState } from 'preact/hooks';
import type { UnlockPorts } from '../security-ports.ts';
import { Icon } from './Icon.tsx';
import { PassphraseInput } from './PassphraseInput.tsx';
import { PassphraseProblem } from './PassphraseProblem.tsx';
import { usePassphraseForm } from './use-passphrase-form.ts';

interface UnlockFormProps {
  readonly unlock: UnlockPorts['unlock'];
  readonly notBeforeMs: number | null;
  /** Why the passphrase is asked for, where that is not said beside it. */
  readonly why?: string;
  /** Whether the field takes the keyboard as it appears. */
  readonly takesFocus?: boolean;
}

/** Asks for the passphrase. Goes away by itself: whoever shows it is told when the keys are unlocked. */
export const UnlockForm = ({ unlock, notBeforeMs, why, takesFocus = false }: UnlockFormProps) => {
  const [passphrase, setPassphrase] = useState('');
  const { busy, error, waitSeconds, isHeld, send } = usePassphraseForm(notBeforeMs);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (error) input.current?.select();
  }, [error]);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (passphrase !== '')
      void send(
        () => unlock(passphrase),
        () => setPassphrase(''),
      );
  };
  return (
    <form class="unlock" onSubmit={onSubmit} aria-label="Unlock your keys">
      {why && (
        <p class="unlock__why">
          <Icon name="lock" sizePx={18} />
          {why}
        </p>
      )}
      <div class="unlock__row">
        <PassphraseInput
          label="Passphrase"
          value={passphrase}
          isWrong={error?.kind === 'wrongPassphrase'}
          disabled={busy}
          inputRef={input}
          onValue={setPassphrase}
        />
        <button type="submit" class="button button--primary" aria-disabled={isHeld}>
          {busy && <span class="spinner" aria-hidden="true" />}
          Unlock
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {busy ? 'Checking the passphrase…' : ''}
      </p>
      <PassphraseProblem error={error} waitSeconds={waitSeconds} />
    </form>
  );
};
