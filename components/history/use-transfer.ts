import { useState } from 'preact/hooks';
import type { ImportProblem, ImportReport } from '../../utils/domain/history-archive.ts';
import { importReportText } from '../../utils/domain/history-texts.ts';
import { saveFile } from '../shared/save-file.ts';
import type { HistoryPorts } from '../history-ports.ts';

/** What an export or import came to. */
export type TransferProblem =
  | { readonly kind: 'import'; readonly problem: ImportProblem }
  | { readonly kind: 'export' };

/** Export and import, one at a time. `refused` are the pictures the last import left out. */
export const useTransfer = (ports: HistoryPorts, onSaid: (words: string) => void) => {
  const [busy, setBusy] = useState<'export' | 'import' | null>(null);
  const [problem, setProblem] = useState<TransferProblem | null>(null);
  const [refused, setRefused] = useState<ImportReport['refused']>([]);
  const begin = (what: 'export' | 'import'): void => {
    setBusy(what);
    setProblem(null);
    setRefused([]);
    onSaid(what === 'export' ? 'Exporting…' : 'Importing…');
  };
  const fail = (why: TransferProblem): void => {
    setProblem(why);
    onSaid('');
  };
  const exportAll = async (): Promise<void> => {
    begin('export');
    try {
      const day = new Date().toISOString().slice(0, 10);
      saveFile(await ports.exportAll(), `facelift-history-${day}.zip`);
      onSaid('Exported: the file is among your downloads.');
    } catch {
      fail({ kind: 'export' });
    }
    setBusy(null);
  };
  const importFrom = async (file: Blob): Promise<void> => {
    begin('import');
    const result = await ports.importFrom(file);
    if (result.ok) {
      setRefused(result.value.refused);
      onSaid(importReportText(result.value));
    } else fail({ kind: 'import', problem: result.error });
    setBusy(null);
  };
  return {
    busy,
    problem,
    refused,
    exportAll,
    importFrom,
    close: () => {
      setProblem(null);
      setRefused([]);
    },
  };
};
