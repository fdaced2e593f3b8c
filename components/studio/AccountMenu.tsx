import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { isX, serverName } from '../../utils/domain/server.ts';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';

interface AccountMenuProps {
  readonly accounts: readonly Account[];
  /** Never empty; the first is the one that is shown. */
  readonly chosenIds: readonly string[];
  readonly onAccounts: (accountIds: readonly string[]) => void;
  readonly onClose: () => void;
}

interface RowProps {
  readonly account: Account;
  readonly isChosen: boolean;
  /** The last one that is chosen stays so: a swap is always for somebody. */
  readonly isHeld: boolean;
  readonly onToggle: () => void;
  readonly onOnly: () => void;
}

const Row = ({ account, isChosen, isHeld, onToggle, onOnly }: RowProps) => (
  <li class="menu__row">
    <input
      type="checkbox"
      class="menu__check"
      aria-label={`@${account.handle}`}
      checked={isChosen}
      aria-disabled={isHeld}
      onClick={(event) => {
        if (isHeld) event.preventDefault();
      }}
      onChange={() => !isHeld && onToggle()}
    />
    <button
      type="button"
      class="menu__account"
      aria-label={`Only @${account.handle}`}
      onClick={onOnly}
    >
      <ProfilePicture url={account.pictureUrl} handle={account.handle} sizePx={32} />
      <span class="menu__words">
        <span class="menu__handle">@{account.handle}</span>
        <span class="menu__name">
          {isX(account.apiBase) ? account.name : `on ${serverName(account.apiBase)}`}
        </span>
      </span>
    </button>
  </li>
);

/** Whom a swap is for: one account by its name, several by their boxes. */
export const AccountMenu = ({ accounts, chosenIds, onAccounts, onClose }: AccountMenuProps) => {
  const list = useRef<HTMLDivElement>(null);
  // Before the paint: a key pressed as soon as the menu is seen must already land in it.
  useLayoutEffect(() => list.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  const toggled = (id: string): readonly string[] =>
    chosenIds.includes(id) ? chosenIds.filter((one) => one !== id) : [...chosenIds, id];
  return (
    <div class="menu" role="dialog" aria-label="Accounts" ref={list}>
      <ul class="menu__list">
        {accounts.map((account) => (
          <Row
            key={account.id}
            account={account}
            isChosen={chosenIds.includes(account.id)}
            isHeld={chosenIds.length === 1 && chosenIds[0] === account.id}
            onToggle={() => onAccounts(toggled(account.id))}
            onOnly={() => {
              onAccounts([account.id]);
              onClose();
            }}
          />
        ))}
      </ul>
      <p class="menu__hint">
        Press a name for that one alone; tick several to swap on all at once.
      </p>
    </div>
  );
};
