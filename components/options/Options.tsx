import { useEffect, useState } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { Mark } from '../Mark.tsx';
import type { OptionsPorts } from '../options-ports.ts';
import { AccountList } from './AccountList.tsx';
import { AddAccountForm } from './AddAccountForm.tsx';
import { KeysHelp } from './KeysHelp.tsx';

interface OptionsProps {
  readonly ports: OptionsPorts;
}

/** Accounts and their keys. */
export const Options = ({ ports }: OptionsProps) => {
  const [accounts, setAccounts] = useState<readonly Account[] | null>(null);
  useEffect(() => ports.watchAccounts(setAccounts), [ports]);
  return (
    <div class="options">
      <header class="options__header">
        <Mark sizePx={36} />
        <div>
          <p class="options__product">Facelift</p>
          <h1>Accounts</h1>
        </div>
      </header>
      <main class="options__main">
        <AccountList accounts={accounts} onRemove={(id) => void ports.removeAccount(id)} />
        <AddAccountForm addAccount={ports.addAccount} />
        <KeysHelp />
      </main>
    </div>
  );
};
