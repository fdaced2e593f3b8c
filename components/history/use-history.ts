import { useEffect, useState } from 'preact/hooks';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import type { HistoryPorts } from '../history-ports.ts';

type Entries = readonly HistoryEntry[];

/** The next entries, those that have not changed as the very objects they were: they need no drawing. */
export const keepSame = (before: Entries | null, next: Entries): Entries => {
  const known = new Map(before?.map((entry) => [JSON.stringify(entry), entry]));
  return next.map((entry) => known.get(JSON.stringify(entry)) ?? entry);
};

/** The history as it is now, null until it is known; and whether this page may add to it. */
export const useHistory = (ports: HistoryPorts | undefined) => {
  const [entries, setEntries] = useState<Entries | null>(null);
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => ports?.watch((next) => setEntries((now) => keepSame(now, next))), [ports]);
  useEffect(() => void ports?.isPrivate().then(setPrivate), [ports]);
  return { entries, isPrivate };
};
