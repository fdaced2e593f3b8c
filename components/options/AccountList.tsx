import type { AccessLevel, Account } from '../../utils/domain/account.ts';
import { AskFirst } from '../shared/AskFirst.tsx';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';

interface AccountListProps {
  /** Null until they are known. */
  readonly accounts: readonly Account[] | null;
  readonly onRemove: (accountId: string) => void;
}

const accessWords: Record<AccessLevel, string> = {
  read: 'Read only',
  'read-write': 'Read and write',
  'read-write-directmessages': 'Read, write and messages',
  unknown: 'Access not stated by X',
};

const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).host : address;

interface RowProps {
  readonly account: Account;
  readonly onRemove: () => void;
}

const AccountRow = ({ account, onRemove }: RowProps) => (
  <li class="account">
    <ProfilePicture url={account.pictureUrl} handle={account.handle} sizePx={48} />
    <div class="account__words">
      <p class="account__name">{account.name}</p>
      <p class="account__handle">@{account.handle}</p>
    </div>
    <dl class="account__facts">
      <div>
        <dt>Access</dt>
        <dd data-warning={account.access === 'read'}>{accessWords[account.access]}</dd>
      </div>
      <div>
        <dt>Server</dt>
        <dd>{hostOf(account.apiBase)}</dd>
      </div>
    </dl>
    <AskFirst
      label="Remove"
      name={`Remove @${account.handle}`}
      question="Its keys will be deleted from this browser."
      yes="Yes, remove"
      quiet
      onYes={onRemove}
    />
  </li>
);

/** The accounts whose avatars can be swapped. */
export const AccountList = ({ accounts, onRemove }: AccountListProps) => (
  <section class="card" aria-labelledby="accounts-title">
    <h2 id="accounts-title">Your accounts</h2>
    {accounts?.length === 0 && (
      <p class="accounts__none">None yet. Add the first with the four keys of your app on X.</p>
    )}
    {accounts !== null && accounts.length > 0 && (
      <ul class="accounts">
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} onRemove={() => onRemove(account.id)} />
        ))}
      </ul>
    )}
  </section>
);
