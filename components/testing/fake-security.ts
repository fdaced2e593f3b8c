import { err, ok, type Result } from '../../utils/domain/result.ts';
import {
  notBefore,
  type PassphraseError,
  type SecurityState,
} from '../../utils/domain/security.ts';
import type { StorageProblem } from '../../utils/domain/storage-problem.ts';
import type { DataPorts, SecurityPorts } from '../security-ports.ts';
import { createFeed } from './fake-ports.ts';

type Done = Result<null, PassphraseError>;

export const profileState: SecurityState = {
  protection: 'profile',
  isLocked: false,
  autoLockMinutes: 15,
  notBeforeMs: null,
};

/** Ports that keep a passphrase as the real ones do, without any cryptography behind them. */
export const createFakeSecurity = (start: Partial<SecurityState> = {}, passphrase = '') => {
  const state = createFeed<SecurityState>({ ...profileState, ...start });
  let known = passphrase;
  let failures = 0;
  const change = (more: Partial<SecurityState>): Done => {
    state.set({ ...state.get(), ...more });
    return ok(null);
  };
  const tried = (given: string, then: () => Done): Done => {
    const { notBeforeMs } = state.get();
    if (notBeforeMs !== null && notBeforeMs > Date.now())
      return err({ kind: 'tooSoon', notBeforeMs });
    if (given === known) return then();
    failures += 1;
    const until = notBefore({ failures, lastFailureAtMs: Date.now() }, Date.now());
    change({ notBeforeMs: until });
    return err({ kind: 'wrongPassphrase', notBeforeMs: until });
  };
  const ports: SecurityPorts = {
    watch: state.watch,
    unlock: async (given) => tried(given, () => change({ isLocked: false, notBeforeMs: null })),
    lock: async () => void change({ isLocked: true }),
    setPassphrase: async (next) => {
      known = next;
      return change({ protection: 'passphrase' });
    },
    changePassphrase: async (current, next) =>
      tried(current, () => {
        known = next;
        return ok(null);
      }),
    removePassphrase: async (current) => tried(current, () => change({ protection: 'profile' })),
    chooseAutoLock: async (autoLockMinutes) => void change({ autoLockMinutes }),
  };
  return { ports, state, passphrase: () => known };
};

interface GivenData {
  readonly problem?: StorageProblem;
  readonly setAside?: number;
  readonly erased?: Awaited<ReturnType<DataPorts['eraseEverything']>>;
}

/** What stands behind 'Your data'; `calls` says what was asked of it. */
export const createFakeData = (given: GivenData = {}) => {
  const calls: string[] = [];
  const ports: DataPorts = {
    storageProblem: async () => given.problem ?? null,
    countSetAside: async () => given.setAside ?? 0,
    copyOfStored: async () => {
      calls.push('copy');
      return new Blob(['{}'], { type: 'application/json' });
    },
    eraseEverything: async () => {
      calls.push('erase');
      return given.erased ?? ok(null);
    },
  };
  return { ports, calls };
};
