import type { ProfilePorts } from '../../components/profile-ports.ts';
import { err } from '../../utils/domain/result.ts';
import { findDraft, keepDraft } from '../../utils/platform/draft-store.ts';
import { askFromOwnPage } from '../../utils/platform/messaging.ts';
import { isPrivatePage } from '../../utils/platform/private-context.ts';

const notReached = err({ kind: 'notReached' } as const);

// Asked once: a page stays what it is, and what is typed has to be kept before a popup closes.
let isPrivate: Promise<boolean> | null = null;
const isPrivateHere = (): Promise<boolean> => (isPrivate ??= isPrivatePage());

/** A profile's texts in a real browser: signed calls by the background, drafts in the own database. */
export const profilePorts: ProfilePorts = {
  load: async (accountId) => {
    const answer = await askFromOwnPage('profile.load', { accountId });
    return answer.ok ? answer.value : notReached;
  },
  save: async (accountId, changes, signal) => {
    const saveId = crypto.randomUUID();
    const cancel = () => void askFromOwnPage('profile.cancel', { saveId });
    signal.addEventListener('abort', cancel, { once: true });
    const answer = await askFromOwnPage('profile.save', { accountId, changes, saveId });
    signal.removeEventListener('abort', cancel);
    return answer.ok ? answer.value : notReached;
  },
  // A private window neither leaves anything nor shows what ordinary ones left.
  findDraft: async (accountId) =>
    (await isPrivateHere()) ? null : findDraft(accountId).catch(() => null),
  keepDraft: async (draft) => {
    // Where nothing can be stored the page says so by itself.
    if (!(await isPrivateHere())) await keepDraft(draft, Date.now()).catch(() => undefined);
  },
  isPrivate: isPrivateHere,
};
