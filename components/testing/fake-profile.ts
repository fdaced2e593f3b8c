import { err, ok, type Result } from '../../utils/domain/result.ts';
import type { ApiError } from '../../utils/domain/api-error.ts';
import type { ProfileError } from '../../utils/domain/profile-error.ts';
import type { ProfileChanges, ProfileText } from '../../utils/domain/profile-fields.ts';
import type { DraftKept, ProfilePorts } from '../profile-ports.ts';

export const someProfile: ProfileText = {
  name: 'Ada Paints',
  description: 'Watercolours of harbours.',
  location: 'Port Lowen',
  url: 'http://ada.example/',
};

export const apiFailure = (over: Partial<ApiError>): ProfileError => ({
  kind: 'api',
  error: { kind: 'refused', status: 403, code: null, message: '', ...over },
});

interface Given {
  readonly profiles?: Readonly<Record<string, ProfileText>>;
  /** Answers to the first loadings and savings, in their order; null for one that goes well. */
  readonly loadErrors?: readonly (ProfileError | null)[];
  readonly saveErrors?: readonly (ProfileError | null)[];
  readonly drafts?: readonly DraftKept[];
  readonly isPrivate?: boolean;
  /** Until when a saving takes. */
  readonly holdSave?: Promise<void>;
  /** What X makes of what it is sent. */
  readonly keeps?: (changes: ProfileChanges) => ProfileChanges;
}

/** Profiles without X behind them. `x` is what X has, `drafts` what is stored. */
export const createFakeProfile = (given: Given = {}) => {
  const x = new Map<string, ProfileText>(Object.entries(given.profiles ?? {}));
  const drafts = new Map((given.drafts ?? []).map((draft) => [draft.accountId, draft]));
  const loads: string[] = [];
  const saves: { readonly accountId: string; readonly changes: ProfileChanges }[] = [];
  const stopped: string[] = [];
  const ofX = (accountId: string): ProfileText => x.get(accountId) ?? someProfile;
  const ports: ProfilePorts = {
    load: async (accountId): Promise<Result<ProfileText, ProfileError>> => {
      const error = given.loadErrors?.[loads.length] ?? null;
      loads.push(accountId);
      return error ? err(error) : ok(ofX(accountId));
    },
    save: async (accountId, changes, signal): Promise<Result<ProfileChanges, ProfileError>> => {
      const error = given.saveErrors?.[saves.length] ?? null;
      saves.push({ accountId, changes });
      await Promise.race([
        given.holdSave,
        new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
        ...(given.holdSave ? [] : [Promise.resolve()]),
      ]);
      if (signal.aborted) {
        stopped.push(accountId);
        return err(apiFailure({ kind: 'cancelled', status: null }));
      }
      if (error) return err(error);
      const kept = given.keeps?.(changes) ?? changes;
      x.set(accountId, { ...ofX(accountId), ...kept });
      return ok(kept);
    },
    findDraft: async (accountId) => drafts.get(accountId) ?? null,
    keepDraft: async (draft) => void drafts.set(draft.accountId, draft),
    isPrivate: async () => given.isPrivate ?? false,
  };
  return { ports, x, drafts, loads, saves, stopped };
};
