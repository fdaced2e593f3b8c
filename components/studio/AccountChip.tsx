import type { Account } from '../../utils/domain/account.ts';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';

interface AccountChipProps {
  /** Null until they are known. */
  readonly accounts: readonly Account[] | null;
  readonly account: Account | null;
  readonly onAccount: (accountId: string) => void;
}

/** Whose avatar will be swapped: the current picture and handle, with a choice where there are several. */
export const AccountChip = ({ accounts, account, onAccount }: AccountChipProps) => {
  if (accounts === null) return <span class="chip chip--waiting" aria-hidden="true" />;
  if (!account) return <span class="chip chip--none">No account yet</span>;
  return (
    <div class="chip">
      <ProfilePicture url={account.pictureUrl} handle={account.handle} sizePx={24} />
      {accounts.length === 1 ? (
        <span class="chip__handle">@{account.handle}</span>
      ) : (
        <select
          class="chip__select"
          aria-label="Account"
          value={account.id}
          onChange={(event) => onAccount(event.currentTarget.value)}
        >
          {accounts.map(({ id, handle }) => (
            <option key={id} value={id}>
              @{handle}
            </option>
          ))}
        </select>
      )}
    </div>
  );
};
