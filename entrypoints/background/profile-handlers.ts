import { loadProfile, saveProfile } from '../../utils/accounts/profile.ts';
import { browserApiPorts as ports } from '../../utils/api/browser-ports.ts';
import { err, ok } from '../../utils/domain/result.ts';
import { noteAccount } from '../../utils/platform/account-store.ts';
import type { FromOwnPages } from '../../utils/platform/messages.ts';
import type { OwnHandlers } from '../../utils/platform/messaging.ts';
import * as parse from '../../utils/platform/parse-message.ts';
import { accessOf } from './access.ts';

type Load = FromOwnPages['profile.load'];
type Save = FromOwnPages['profile.save'];
type ProfileKind = Extract<keyof OwnHandlers, `profile.${string}`>;

const load = async ({ accountId }: Load['request']): Promise<Load['reply']> => {
  const access = await accessOf(accountId);
  if (!access.ok) return err({ kind: access.error });
  const { readBy } = access.value;
  const { signal } = new AbortController();
  const caller = { access: access.value, ports, signal };
  const seen = await loadProfile(caller, { accountId, readBy });
  if (!seen.ok) return err({ kind: 'api', error: seen.error });
  const worked = seen.value.readBy;
  if (worked !== (readBy ?? 'show')) await noteAccount(accountId, { readBy: worked });
  return ok(seen.value.text);
};

const save = async (
  { accountId, changes }: Save['request'],
  signal: AbortSignal,
): Promise<Save['reply']> => {
  const access = await accessOf(accountId);
  if (!access.ok) return err({ kind: access.error });
  const owner = { accountId, readBy: access.value.readBy };
  const saved = await saveProfile({ access: access.value, ports, signal }, owner, changes);
  if (!saved.ok) return err({ kind: 'api', error: saved.error });
  if (saved.value.name) await noteAccount(accountId, { name: saved.value.name });
  return ok(saved.value);
};

/** What the extension's own pages may ask about the texts of a profile. */
export const profileHandlers = (): Pick<OwnHandlers, ProfileKind> => {
  // Of this worker's life only: what is cancelled is a call under way, and that ends with the worker.
  const running = new Map<string, AbortController>();
  return {
    'profile.load': { parse: parse.parseAccountId, handle: load },
    'profile.save': {
      parse: parse.parseProfileSave,
      handle: (request) => {
        const stop = new AbortController();
        running.set(request.saveId, stop);
        return save(request, stop.signal).finally(() => running.delete(request.saveId));
      },
    },
    'profile.cancel': {
      parse: parse.parseSaveId,
      handle: async ({ saveId }) => (running.get(saveId)?.abort(), null),
    },
  };
};
