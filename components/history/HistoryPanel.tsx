import { useEffect, useState } from 'preact/hooks';
import { countText } from '../../utils/domain/history-texts.ts';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import { defaultSettings } from '../../utils/domain/settings.ts';
import type { HistoryPorts } from '../history-ports.ts';
import { AskFirst } from '../shared/AskFirst.tsx';
import { Icon } from '../shared/Icon.tsx';
import { HistoryList } from './HistoryList.tsx';
import { ImportButton } from './ImportButton.tsx';
import { SpaceLimit } from './SpaceLimit.tsx';
import { TransferResult } from './TransferResult.tsx';
import { useTransfer } from './use-transfer.ts';

interface HistoryPanelProps {
  readonly ports: HistoryPorts;
  /** Newest first; null until they are known. */
  readonly entries: readonly HistoryEntry[] | null;
  readonly isPrivate: boolean;
  readonly onUse: (entry: HistoryEntry) => void;
}

const useLimit = (ports: HistoryPorts) => {
  const [limitBytes, setLimitBytes] = useState(defaultSettings.historyLimitBytes);
  useEffect(() => void ports.limitBytes().then(setLimitBytes), [ports]);
  const setLimit = async (bytes: number) => {
    setLimitBytes(bytes);
    await ports.setLimit(bytes);
  };
  return { limitBytes, setLimit };
};

const Empty = ({ isPrivate }: { readonly isPrivate: boolean }) => (
  <div class="history__empty">
    <Icon name="clock" sizePx={40} />
    <p class="history__empty-title">No pictures yet</p>
    <p>
      {isPrivate
        ? 'From a private window no picture is kept.'
        : 'Every picture you set is kept here, and the one before it, so that you can go back.'}
    </p>
  </div>
);

interface ToolsProps {
  readonly entries: readonly HistoryEntry[];
  readonly ports: HistoryPorts;
  readonly isPrivate: boolean;
  readonly transfer: ReturnType<typeof useTransfer>;
  readonly onSaid: (words: string) => void;
}

const deleteWords = (entries: readonly HistoryEntry[]): string => {
  const pinned = entries.filter(({ isPinned }) => isPinned).length;
  const also = pinned > 0 ? `, ${pinned} of them pinned` : '';
  return `This deletes ${countText(entries.length)}${also} from this browser. It cannot be undone.`;
};

const Tools = ({ entries, ports, isPrivate, transfer, onSaid }: ToolsProps) => {
  const isBusy = transfer.busy !== null;
  const deleteAll = async () => {
    await ports.remove(entries.map(({ id }) => id));
    onSaid('All pictures were deleted.');
  };
  return (
    <div class="history__transfer">
      {entries.length > 0 && (
        <button
          type="button"
          class="button button--small"
          aria-disabled={isBusy}
          onClick={() => isBusy || void transfer.exportAll()}
        >
          <Icon name="save" sizePx={14} />
          Export
        </button>
      )}
      {!isPrivate && (
        <ImportButton isDisabled={isBusy} onFile={(file) => void transfer.importFrom(file)} />
      )}
      {entries.length > 0 && (
        <AskFirst
          label="Delete all"
          question={deleteWords(entries)}
          yes="Yes, delete all"
          quiet
          disabled={isBusy}
          onYes={() => void deleteAll()}
        />
      )}
    </div>
  );
};

/** Every picture this browser set or saved: to use again, to name, to keep or to let go. */
export const HistoryPanel = ({ ports, entries, isPrivate, onUse }: HistoryPanelProps) => {
  const [said, setSaid] = useState('');
  const { limitBytes, setLimit } = useLimit(ports);
  const transfer = useTransfer(ports, setSaid);
  if (entries === null) return <p class="history__waiting" aria-busy="true" />;
  const shared = { entries, ports, isPrivate, onSaid: setSaid };
  return (
    <div class="history">
      <div class="history__tools">
        <SpaceLimit
          entries={entries}
          limitBytes={limitBytes}
          isDisabled={isPrivate}
          onLimit={(bytes) => void setLimit(bytes)}
        />
        <Tools {...shared} transfer={transfer} />
        <p class="history__said" role="status">
          {said}
        </p>
        <TransferResult
          problem={transfer.problem}
          refused={transfer.refused}
          onClose={transfer.close}
        />
      </div>
      {entries.length === 0 ? (
        <Empty isPrivate={isPrivate} />
      ) : (
        <HistoryList {...shared} onUse={onUse} />
      )}
    </div>
  );
};
