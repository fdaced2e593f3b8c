import { useMemo, useState } from 'preact/hooks';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import type { HistoryPorts } from '../history-ports.ts';
import { HistoryItem } from './HistoryItem.tsx';
import { useRoving } from './use-roving.ts';

interface HistoryListProps {
  readonly entries: readonly HistoryEntry[];
  readonly ports: HistoryPorts;
  readonly isPrivate: boolean;
  readonly onUse: (entry: HistoryEntry) => void;
  readonly onSaid: (words: string) => void;
}

/** All pictures, newest first. */
export const HistoryList = ({ entries, ports, isPrivate, onUse, onSaid }: HistoryListProps) => {
  const ids = useMemo(() => entries.map(({ id }) => id), [entries]);
  const roving = useRoving(ids);
  const [openId, setOpenId] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && openId !== null) {
      const { list } = roving;
      const open = `[data-entry="${CSS.escape(openId)}"] [data-roving="more"]`;
      list.current?.querySelector<HTMLElement>(open)?.focus();
      setOpenId(null);
      return;
    }
    roving.onKeyDown(event);
  };
  return (
    <ul
      class="history__list"
      aria-label="Your pictures, newest first"
      ref={roving.list}
      onKeyDown={onKeyDown}
      onFocusIn={roving.onFocusIn}
      onFocusOut={roving.onFocusOut}
    >
      {entries.map((entry) => (
        <HistoryItem
          key={entry.id}
          entry={entry}
          ports={ports}
          isPrivate={isPrivate}
          isActive={entry.id === roving.activeId}
          isOpen={entry.id === openId}
          onOpen={(isOpen) => setOpenId(isOpen ? entry.id : null)}
          onUse={onUse}
          onSaid={onSaid}
        />
      ))}
    </ul>
  );
};
