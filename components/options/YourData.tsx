import { useEffect, useState } from 'preact/hooks';
import type { DataPorts } from '../security-ports.ts';
import { AskFirst } from '../shared/AskFirst.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { saveFile } from '../shared/save-file.ts';

interface YourDataProps {
  readonly ports: DataPorts;
}

const notErased = {
  text: 'Not everything could be erased.',
  next: 'Close other Facelift tabs, then erase once more.',
};

type Erasing = 'no' | 'busy' | 'done' | 'failed';

const setAsideWords = (count: number): string =>
  count === 1
    ? 'One stored entry could not be read and was set aside; it is in the copy.'
    : `${count} stored entries could not be read and were set aside; they are in the copy.`;

/** All that is stored, as a whole: a copy of it, and the end of it. */
export const YourData = ({ ports }: YourDataProps) => {
  const [erasing, setErasing] = useState<Erasing>('no');
  const [setAside, setSetAside] = useState(0);
  useEffect(() => void ports.countSetAside().then(setSetAside), [ports]);
  const erase = async () => {
    setErasing('busy');
    const erased = await ports.eraseEverything();
    setErasing(erased.ok ? 'done' : 'failed');
  };
  const save = async () => saveFile(await ports.copyOfStored(), 'facelift-copy.json');
  return (
    <section class="card data" aria-labelledby="data-title">
      <h2 id="data-title">Your data</h2>
      <p class="data__words">
        Accounts, pictures on their way and settings are stored in this browser only. A copy holds
        all of it except your keys.
      </p>
      {setAside > 0 && <p class="data__words">{setAsideWords(setAside)}</p>}
      <div class="data__choices">
        <button type="button" class="button" onClick={() => void save()}>
          Save a copy
        </button>
        <AskFirst
          label="Erase everything"
          question="This deletes your accounts, keys, pictures and settings from this browser. X keeps the pictures it shows. It cannot be undone."
          yes="Yes, erase everything"
          disabled={erasing === 'busy'}
          onYes={() => void erase()}
        />
      </div>
      {erasing === 'failed' && <ErrorNotice words={notErased} />}
      <p class={erasing === 'done' ? 'notice notice--success' : 'visually-hidden'} role="status">
        {erasing === 'busy' && 'Erasing…'}
        {erasing === 'done' && 'Everything was erased. Facelift is as freshly installed.'}
      </p>
    </section>
  );
};
