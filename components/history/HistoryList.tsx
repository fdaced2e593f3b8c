import { useMemo, useState } from 'preact/hooks';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import type { HistoryPorts } from '../history-ports.ts';
import { useLatest } from '../shared/hooks.ts';
import { HistoryItem, type ItemActions } from './HistoryItem.tsx';
import { useShownCount } from './use-shown-count.ts';
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
  const count = useShownCount(entries.length);
  const shown = useMemo(() => entries.slice(0, count), [entries, count]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const roving = useRoving(ids);
  const [openId, setOpenId] = useState<string | null>(null);
  const latest = useLatest({ onUse, onSaid });
  const actions = useMemo<ItemActions>(
    () => ({
      onOpen: (id, isOpen) => setOpenId(isOpen ? id : null),
      onUse: (entry) => latest.current.onUse(entry),
      onSaid: (words) => latest.current.onSaid(words),
    }),
    [latest],
  );
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
      {shown.map((entry) => (
        <HistoryItem
          key={entry.id}
          entry={entry}
          ports={ports}
          isPrivate={isPrivate}
          isActive={entry.id === roving.activeId}
          isOpen={entry.id === openId}
          actions={actions}
        />
      ))}
    </ul>
  );
};
