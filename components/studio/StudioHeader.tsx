import type { Account } from '../../utils/domain/account.ts';
import { Mark } from '../Mark.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { AccountChip } from './AccountChip.tsx';
import { TabList, type Tab } from './TabList.tsx';

interface StudioHeaderProps {
  readonly tabs: readonly Tab[];
  readonly tabId: string;
  readonly onTab: (id: string) => void;
  readonly accounts: readonly Account[] | null;
  readonly chosen: readonly Account[];
  readonly onAccounts: (accountIds: readonly string[]) => void;
  readonly onOpenOptions: () => void;
  readonly onOpenWide: (() => void) | undefined;
}

/** Product, tabs, and whose picture this is about. */
export const StudioHeader = (props: StudioHeaderProps) => (
  <header class="header" data-many-tabs={props.tabs.length > 2}>
    <h1 class="header__brand">
      <Mark sizePx={24} />
      Facelift
    </h1>
    <TabList tabs={props.tabs} selectedId={props.tabId} onSelect={props.onTab} />
    <div class="header__right">
      <AccountChip accounts={props.accounts} chosen={props.chosen} onAccounts={props.onAccounts} />
      {props.onOpenWide && (
        <IconButton icon="expand" name="Open in a tab" onPress={props.onOpenWide} />
      )}
      <IconButton icon="settings" name="Settings" onPress={props.onOpenOptions} />
    </div>
  </header>
);
