import { useEffect, useRef, useState } from 'preact/hooks';
import { entriesToDrop, usedBytes } from '../../utils/domain/history-rules.ts';
import { countText } from '../../utils/domain/history-texts.ts';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import { historyLimitChoices } from '../../utils/domain/settings.ts';
import { formatBytes } from '../shared/format.ts';

interface SpaceLimitProps {
  readonly entries: readonly HistoryEntry[];
  readonly limitBytes: number;
  readonly isDisabled: boolean;
  readonly onLimit: (bytes: number) => void;
}

interface AskProps {
  readonly count: number;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Before a smaller limit takes pictures away. */
const Ask = ({ count, onYes, onNo }: AskProps) => {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <div class="ask" role="group" aria-label="Keep less?">
      <p>The oldest {countText(count)} would be deleted.</p>
      <button type="button" class="button button--small button--danger" onClick={onYes}>
        Yes, keep less
      </button>
      <button type="button" class="button button--small" ref={no} onClick={onNo}>
        Keep all
      </button>
    </div>
  );
};

/** How much there is, how much there may be, and what goes first. */
export const SpaceLimit = ({ entries, limitBytes, isDisabled, onLimit }: SpaceLimitProps) => {
  const [asked, setAsked] = useState<number | null>(null);
  const select = useRef<HTMLSelectElement>(null);
  const used = usedBytes(entries);
  const share = Math.min(1, used / limitBytes);
  const choose = (bytes: number) => {
    if (entriesToDrop(entries, bytes).length > 0) setAsked(bytes);
    else onLimit(bytes);
  };
  const answer = (bytes: number | null) => {
    setAsked(null);
    select.current?.focus();
    if (bytes !== null) onLimit(bytes);
  };
  return (
    <div class="history__space">
      <p class="history__used">
        <strong>{countText(entries.length)}</strong> · {formatBytes(used)} of{' '}
        <select
          class="history__limit"
          aria-label="Space limit"
          title="When it is full the oldest picture goes first; pinned ones stay"
          value={asked ?? limitBytes}
          disabled={isDisabled}
          ref={select}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        >
          {historyLimitChoices.map((bytes) => (
            <option key={bytes} value={bytes}>
              {formatBytes(bytes)}
            </option>
          ))}
        </select>
      </p>
      <span class="history__bar" aria-hidden="true">
        <span style={{ width: used === 0 ? '0' : `max(2px, ${share * 100}%)` }} />
      </span>
      {asked !== null && (
        <Ask
          count={entriesToDrop(entries, asked).length}
          onYes={() => answer(asked)}
          onNo={() => answer(null)}
        />
      )}
    </div>
  );
};
