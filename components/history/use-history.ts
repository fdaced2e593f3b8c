import { useEffect, useState } from 'preact/hooks';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import type { HistoryPorts } from '../history-ports.ts';

/** The history as it is now, null until it is known; and whether this page may add to it. */
export const useHistory = (ports: HistoryPorts | undefined) => {
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => ports?.watch(setEntries), [ports]);
  useEffect(() => void ports?.isPrivate().then(setPrivate), [ports]);
  return { entries, isPrivate };
};
