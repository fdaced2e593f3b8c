import { useEffect, useRef, useState } from 'preact/hooks';
import { maxNameLength } from '../../utils/domain/history-rules.ts';
import { titleOf } from '../../utils/domain/history-texts.ts';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import { AskFirst } from '../shared/AskFirst.tsx';
import { Icon } from '../shared/Icon.tsx';

interface ItemMoreProps {
  readonly entry: HistoryEntry;
  readonly id: string;
  /** From a private window pictures can be deleted, but nothing is written. */
  readonly isPrivate: boolean;
  readonly onRename: (name: string) => void;
  readonly onPin: (isPinned: boolean) => void;
  readonly onSave: () => void;
  readonly onDelete: () => void;
}

const RenameForm = ({ entry, onRename }: Pick<ItemMoreProps, 'entry' | 'onRename'>) => {
  const [name, setName] = useState(entry.name ?? '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="history__rename"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(name);
      }}
    >
      <input
        class="history__name-field"
        type="text"
        aria-label="Name"
        placeholder={titleOf(entry)}
        maxLength={maxNameLength}
        value={name}
        ref={field}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button button--small">
        Rename
      </button>
    </form>
  );
};

/** What can be done with a picture besides using it. */
export const ItemMore = (props: ItemMoreProps) => {
  const { entry, isPrivate, onPin } = props;
  return (
    <div class="history__more" id={props.id}>
      {!isPrivate && <RenameForm entry={entry} onRename={props.onRename} />}
      <div class="history__choices">
        {!isPrivate && (
          <button
            type="button"
            class="button button--small"
            aria-pressed={entry.isPinned}
            title="Pinned pictures are never dropped for want of space"
            onClick={() => onPin(!entry.isPinned)}
          >
            <Icon name="pin" sizePx={14} />
            {entry.isPinned ? 'Unpin' : 'Pin'}
          </button>
        )}
        <button type="button" class="button button--small" onClick={props.onSave}>
          <Icon name="save" sizePx={14} />
          Save
        </button>
        <AskFirst
          label="Delete"
          name={`Delete ${titleOf(entry)}`}
          question="It goes from this browser only; X keeps what it shows."
          yes="Yes, delete"
          quiet
          onYes={props.onDelete}
        />
      </div>
    </div>
  );
};
