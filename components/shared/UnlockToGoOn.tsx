import type { ErrorText } from '../../utils/domain/error-texts.ts';
import type { SecurityState } from '../../utils/domain/security.ts';
import type { UnlockPorts } from '../security-ports.ts';
import { UnlockForm } from './UnlockForm.tsx';

interface UnlockToGoOnProps {
  readonly words: ErrorText;
  readonly security: UnlockPorts;
  readonly state: SecurityState;
  /** Goes on with what the locked keys stopped. */
  readonly onUnlocked: () => void;
}

/** Asks for the passphrase where something could not be done for locked keys, and then goes on with it. */
export const UnlockToGoOn = ({ words, security, state, onUnlocked }: UnlockToGoOnProps) => {
  const unlock: UnlockPorts['unlock'] = async (passphrase) => {
    const done = await security.unlock(passphrase);
    if (done.ok) onUnlocked();
    return done;
  };
  return (
    <UnlockForm
      unlock={unlock}
      notBeforeMs={state.notBeforeMs}
      why={`${words.text} ${words.next}`}
      takesFocus
    />
  );
};
