import { useMemo } from 'preact/hooks';
import { shownAtMs } from '../../utils/domain/history-rules.ts';
import { kindText, titleOf } from '../../utils/domain/history-texts.ts';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import { formatBytes, formatDay, formatSize } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { saveFile } from '../shared/save-file.ts';
import type { HistoryPorts } from '../history-ports.ts';
import { ItemMore } from './ItemMore.tsx';
import { fileNameOf } from './picture-file.ts';
import { Thumb } from './Thumb.tsx';

interface HistoryItemProps {
  readonly entry: HistoryEntry;
  readonly ports: HistoryPorts;
  readonly isPrivate: boolean;
  /** The one item whose buttons the Tab key reaches. */
  readonly isActive: boolean;
  readonly isOpen: boolean;
  /** Never change, so that one item is drawn anew only for its own sake. */
  readonly actions: ItemActions;
}

export interface ItemActions {
  readonly onOpen: (id: string, isOpen: boolean) => void;
  readonly onUse: (entry: HistoryEntry) => void;
  readonly onSaid: (words: string) => void;
}

const Words = ({ entry }: { readonly entry: HistoryEntry }) => {
  const atMs = shownAtMs(entry);
  const format = entry.mime.replace('image/', '').toUpperCase();
  return (
    <div class="history__words">
      <p class="history__title">
        {entry.isPinned && (
          <span class="history__pin" title="Pinned">
            <Icon name="pin" sizePx={13} />
            <span class="visually-hidden">Pinned: </span>
          </span>
        )}
        <span class="history__title-text">{titleOf(entry)}</span>
      </p>
      <div class="history__details">
        <p class="history__facts">
          {entry.handle !== undefined && <>@{entry.handle} · </>}
          <time dateTime={new Date(atMs).toISOString()}>{formatDay(atMs)}</time>
        </p>
        <p class="history__facts">
          {kindText(entry)} · {formatSize(entry.widthPx, entry.heightPx)} · {format} ·{' '}
          {formatBytes(entry.bytes)}
        </p>
      </div>
    </div>
  );
};

const Item = (props: HistoryItemProps) => {
  const { entry, ports, isActive, isOpen, actions } = props;
  const onOpen = (open: boolean) => actions.onOpen(entry.id, open);
  const moreId = `history-more-${entry.id}`;
  const tabIndex = isActive ? 0 : -1;
  const save = async () => {
    const file = await ports.picture(entry);
    if (file) saveFile(file, fileNameOf(entry));
  };
  const remove = async () => {
    await ports.remove([entry.id]);
    actions.onSaid(`Deleted ${titleOf(entry)}.`);
  };
  return (
    <li class="history__item" data-entry={entry.id}>
      <Thumb entry={entry} read={ports.picture} />
      <Words entry={entry} />
      <div class="history__buttons">
        <button
          type="button"
          class="button button--small"
          data-roving="use"
          tabIndex={tabIndex}
          aria-label={`Use again: ${titleOf(entry)}`}
          onClick={() => actions.onUse(entry)}
        >
          Use again
        </button>
        <button
          type="button"
          class="icon-button"
          data-roving="more"
          tabIndex={tabIndex}
          aria-label={`More for ${titleOf(entry)}`}
          title="More"
          aria-expanded={isOpen}
          aria-controls={isOpen ? moreId : undefined}
          onClick={() => onOpen(!isOpen)}
        >
          <Icon name="more" />
        </button>
      </div>
      {isOpen && (
        <ItemMore
          entry={entry}
          id={moreId}
          isPrivate={props.isPrivate}
          onRename={(name) => {
            void ports.rename(entry.id, name);
            onOpen(false);
          }}
          onPin={(isPinned) => void ports.pin(entry.id, isPinned)}
          onSave={() => void save()}
          onDelete={() => void remove()}
        />
      )}
    </li>
  );
};

/** One picture: what it is, and a way to use it again. */
export const HistoryItem = (props: HistoryItemProps) => {
  const { entry, ports, isPrivate, isActive, isOpen, actions } = props;
  return useMemo(
    () => <Item {...{ entry, ports, isPrivate, isActive, isOpen, actions }} />,
    [entry, ports, isPrivate, isActive, isOpen, actions],
  );
};
