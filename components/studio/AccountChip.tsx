import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { Icon } from '../shared/Icon.tsx';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';
import { AccountMenu } from './AccountMenu.tsx';

interface AccountChipProps {
  /** Null until they are known. */
  readonly accounts: readonly Account[] | null;
  /** Those a swap is for, the one that is shown first. */
  readonly chosen: readonly Account[];
  readonly onAccounts: (accountIds: readonly string[]) => void;
}

const nameOf = (account: Account, more: number): string =>
  `Account: @${account.handle}${more > 0 ? ` and ${more} more` : ''}`;

/** Open until something else is pressed or the keyboard leaves. */
const useMenu = () => {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    const element = root.current;
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    element?.addEventListener('keydown', closeByKey);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      element?.removeEventListener('keydown', closeByKey);
    };
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return { isOpen, root, button, close, toggle: () => setOpen(!isOpen) };
};

/** Whose avatar will be swapped: the current picture and handle, with a choice where there are several. */
export const AccountChip = ({ accounts, chosen, onAccounts }: AccountChipProps) => {
  const { isOpen, root, button, close, toggle } = useMenu();
  const [account] = chosen;
  if (accounts === null) return <span class="chip chip--waiting" aria-hidden="true" />;
  if (!account) return <span class="chip chip--none">No account yet</span>;
  const shown = (
    <>
      <ProfilePicture url={account.pictureUrl} handle={account.handle} sizePx={24} />
      <span class="chip__handle">@{account.handle}</span>
    </>
  );
  if (accounts.length === 1) return <div class="chip">{shown}</div>;
  const more = chosen.length - 1;
  return (
    <div class="chip-menu" ref={root}>
      <button
        type="button"
        class="chip chip--button"
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={nameOf(account, more)}
        onClick={toggle}
      >
        {shown}
        {more > 0 && <span class="chip__more">+{more}</span>}
        <Icon name="more" sizePx={14} />
      </button>
      {isOpen && (
        <AccountMenu
          accounts={accounts}
          chosenIds={chosen.map(({ id }) => id)}
          onAccounts={onAccounts}
          onClose={close}
        />
      )}
    </div>
  );
};
