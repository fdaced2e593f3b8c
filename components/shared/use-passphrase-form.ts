import { useState } from 'preact/hooks';
import type { Result } from '../../utils/domain/result.ts';
import type { PassphraseError } from '../../utils/domain/security.ts';
import { useSecondsUntil } from './use-security.ts';

/** Sends a form that has a passphrase in it: busy meanwhile, waiting where too many were wrong. */
export const usePassphraseForm = (notBeforeMs: number | null) => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<PassphraseError | null>(null);
  const waitSeconds = useSecondsUntil(notBeforeMs);
  const send = async (
    ask: () => Promise<Result<null, PassphraseError>>,
    onDone: () => void,
  ): Promise<void> => {
    if (busy || waitSeconds > 0) return;
    setBusy(true);
    setError(null);
    const result = await ask();
    setBusy(false);
    if (result.ok) onDone();
    else setError(result.error);
  };
  return { busy, error, waitSeconds, isHeld: busy || waitSeconds > 0, setError, send };
};
