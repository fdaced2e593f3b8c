import { useEffect, useRef, useState } from 'preact/hooks';
import { copyPicture } from '../shared/clipboard.ts';
import { saveFile } from '../shared/save-file.ts';
import type { Prepared } from '../studio-ports.ts';

const saidForMs = 2500;

const copy = async ({ blob }: Prepared): Promise<string> =>
  (await copyPicture(blob))
    ? 'Copied: paste it anywhere'
    : 'The browser did not allow copying: save it instead';

const save = ({ blob }: Prepared, name: string): string => {
  saveFile(blob, name);
  return `Saved as ${name}`;
};

/**
 * Save and copy. Pressed while the newest file is still being made, they wait for it: what is taken away
 * is always what is framed. `said` tells how it went, for a short while.
 */
export const useTakeAway = (fresh: Prepared | null, nameOf: (file: Prepared) => string) => {
  const [wanted, setWanted] = useState<'save' | 'copy' | null>(null);
  const [said, setSaid] = useState('');
  const name = useRef(nameOf);
  name.current = nameOf;
  useEffect(() => {
    if (!wanted || !fresh) return;
    setWanted(null);
    if (wanted === 'save') setSaid(save(fresh, name.current(fresh)));
    else void copy(fresh).then(setSaid);
  }, [wanted, fresh]);
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), saidForMs);
    return () => clearTimeout(timer);
  }, [said]);
  return { said, save: () => setWanted('save'), copy: () => setWanted('copy') };
};
