import { useEffect, useState } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { Mark } from '../Mark.tsx';
import type { OptionsPorts } from '../options-ports.ts';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { useStorageProblem } from '../shared/use-security.ts';
import { AccountList } from './AccountList.tsx';
import { AddAccount } from './AddAccount.tsx';
import { Security } from './Security.tsx';
import { YourData } from './YourData.tsx';

interface OptionsProps {
  readonly ports: OptionsPorts;
}

const Everything = ({ ports }: OptionsProps) => {
  const [accounts, setAccounts] = useState<readonly Account[] | null>(null);
  useEffect(() => ports.watchAccounts(setAccounts), [ports]);
  return (
    <>
      <AccountList
        accounts={accounts}
        onRemove={(id) => void ports.removeAccount(id)}
        onDefault={(id) => void ports.makeDefault(id)}
      />
      <AddAccount ports={ports} accounts={accounts ?? []} />
      <Security ports={ports.security} />
    </>
  );
};

/** Accounts, their keys and how these are kept, and all that is stored. */
export const Options = ({ ports }: OptionsProps) => {
  const problem = useStorageProblem(ports.data);
  return (
    <div class="options">
      <header class="options__header">
        <Mark sizePx={36} />
        <div>
          <p class="options__product">Facelift</p>
          <h1>Settings</h1>
        </div>
      </header>
      <main class="options__main">
        {problem ? <StorageNotice problem={problem} /> : <Everything ports={ports} />}
        <YourData ports={ports.data} />
      </main>
    </div>
  );
};
