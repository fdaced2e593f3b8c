import { browserApiPorts as ports } from '../../utils/api/browser-ports.ts';
import { err, ok } from '../../utils/domain/result.ts';
import { isX } from '../../utils/domain/server.ts';
import type { OwnHandlers } from '../../utils/platform/messaging.ts';
import { parsePersonFind } from '../../utils/platform/parse-message.ts';
import { findPerson } from '../../utils/repair/find-person.ts';
import { accessOf } from './access.ts';

/** What the extension's own pages may ask about people on X. */
export const personHandlers: Pick<OwnHandlers, 'person.find'> = {
  'person.find': {
    parse: parsePersonFind,
    handle: async ({ who, accountId }) => {
      const access = await accessOf(accountId);
      if (!access.ok) return err({ kind: access.error });
      // Pictures in sizes are X's alone: another server would not know whom this is about.
      if (!isX(access.value.apiBase)) return err({ kind: 'noAccount' });
      const { signal } = new AbortController();
      const found = await findPerson({ access: access.value, ports, signal }, who);
      return found.ok ? ok(found.value) : err({ kind: 'api', error: found.error });
    },
  },
};
