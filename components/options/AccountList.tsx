import { type AccessLevel, type Account, defaultAccountOf } from '../../utils/domain/account.ts';
import { AskFirst } from '../shared/AskFirst.tsx';
import { Icon } from '../shared/Icon.tsx';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';

interface AccountListProps {
  /** Null until they are known. */
  readonly accounts: readonly Account[] | null;
  readonly onRemove: (accountId: string) => void;
  readonly onDefault: (accountId: string) => void;
}

const accessWords: Record<AccessLevel, string> = {
  read: 'Read only',
  'read-write': 'Read and write',
  'read-write-directmessages': 'Read, write and messages',
  unknown: 'Not stated',
};

const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '');

interface RowProps {
  readonly account: Account;
  /** Null where there is nothing to choose. */
  readonly isDefault: boolean | null;
  readonly onRemove: () => void;
  readonly onDefault: () => void;
}

const AccountRow = ({ account, isDefault, onRemove, onDefault }: RowProps) => (
  <li class="account">
    {isDefault !== null && (
      <button
        type="button"
        class="icon-button account__star"
        aria-label={`Use @${account.handle} by default`}
        aria-pressed={isDefault}
        title={isDefault ? 'Used where nothing else says which' : 'Use this one by default'}
        onClick={onDefault}
      >
        <Icon name="star" sizePx={20} />
      </button>
    )}
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
        <dd>{withoutScheme(account.apiBase)}</dd>
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

/** The accounts whose avatars can be swapped, and which of them is used first. */
export const AccountList = ({ accounts, onRemove, onDefault }: AccountListProps) => (
  <section class="card" aria-labelledby="accounts-title">
    <h2 id="accounts-title">Your accounts</h2>
    {accounts?.length === 0 && (
      <p class="accounts__none">None yet. Add the first with the keys of your own app on X.</p>
    )}
    {accounts !== null && accounts.length > 0 && (
      <ul class="accounts">
        {accounts.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            isDefault={accounts.length > 1 ? account === defaultAccountOf(accounts) : null}
            onRemove={() => onRemove(account.id)}
            onDefault={() => onDefault(account.id)}
          />
        ))}
      </ul>
    )}
  </section>
);
