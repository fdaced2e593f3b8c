import { useEffect, useState } from 'preact/hooks';
import type { SecurityState } from '../../utils/domain/security.ts';
import type { StorageProblem } from '../../utils/domain/storage-problem.ts';
import type { DataPorts, UnlockPorts } from '../security-ports.ts';

/** How keys are kept right now; null until it is known, or where nobody can tell. */
export const useSecurity = (
  ports: Pick<UnlockPorts, 'watch'> | undefined,
): SecurityState | null => {
  const [state, setState] = useState<SecurityState | null>(null);
  useEffect(() => ports?.watch(setState), [ports]);
  return state;
};

/** Why nothing can be read or stored; null where all is well, and until it is known. */
export const useStorageProblem = (
  ports: Pick<DataPorts, 'storageProblem'> | undefined,
): StorageProblem | null => {
  const [problem, setProblem] = useState<StorageProblem | null>(null);
  useEffect(() => void ports?.storageProblem().then(setProblem), [ports]);
  return problem;
};

const secondsUntil = (untilMs: number | null): number =>
  untilMs === null ? 0 : Math.max(0, Math.ceil((untilMs - Date.now()) / 1000));

/** Whole seconds until a time (Unix ms), counted down as they pass; 0 once it is over. */
export const useSecondsUntil = (untilMs: number | null): number => {
  const [seconds, setSeconds] = useState(() => secondsUntil(untilMs));
  useEffect(() => {
    const tick = () => setSeconds(secondsUntil(untilMs));
    tick();
    if (secondsUntil(untilMs) === 0) return;
    const timer = setInterval(tick, 250);
    const stop = setTimeout(() => clearInterval(timer), (secondsUntil(untilMs) + 1) * 1000);
    return () => {
      clearInterval(timer);
      clearTimeout(stop);
    };
  }, [untilMs]);
  return seconds;
};
