import { useEffect, useRef, useState } from 'preact/hooks';
import { saveFile } from '../shared/save-file.ts';
import type { Prepared } from '../studio-ports.ts';

const saidForMs = 2500;

/** The clipboard takes PNG only. */
const asPng = async (blob: Blob): Promise<Blob> => {
  if (blob.type === 'image/png') return blob;
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
};

const copy = async ({ blob }: Prepared): Promise<string> => {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(blob) })]);
    return 'Copied: paste it anywhere';
  } catch {
    return 'The browser did not allow copying: save it instead';
  }
};

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
