import { useState } from 'preact/hooks';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import { undoOffer, undoProblemText, type UndoProblem } from '../../utils/domain/undo-offer.ts';
import { AskFirst } from '../shared/AskFirst.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { Icon } from '../shared/Icon.tsx';
import type { HistoryPorts } from '../history-ports.ts';

interface UndoSwapProps {
  readonly job: SwapJob;
  readonly entries: readonly HistoryEntry[];
  readonly undo: HistoryPorts['undo'];
}

/** The way back from a swap, or why there is none. */
export const UndoSwap = ({ job, entries, undo }: UndoSwapProps) => {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<UndoProblem | null>(null);
  const offer = undoOffer(job, entries);
  if (!offer) return null;
  if (offer.kind === 'impossible') return <p class="action-area__note">{offer.text}</p>;
  const press = async () => {
    setBusy(true);
    setProblem(null);
    const queued = await undo(job.id);
    // Where it worked the new swap takes this place.
    if (!queued.ok) setProblem(queued.error);
    setBusy(false);
  };
  if (offer.kind === 'removal') {
    return (
      <div class="action-area__undo">
        <AskFirst
          label="Undo swap"
          question="There was no banner before: this one is taken away. It stays in your history."
          yes="Remove"
          quiet
          disabled={isBusy}
          onYes={() => void press()}
        />
        {problem && <ErrorNotice words={undoProblemText(problem)} />}
      </div>
    );
  }
  return (
    <>
      <button
        type="button"
        class="button button--small action-area__undo"
        aria-disabled={isBusy}
        onClick={() => isBusy || void press()}
      >
        <Icon name="undo" sizePx={14} />
        Undo swap
      </button>
      {problem && (
        <div class="action-area__note">
          <ErrorNotice words={undoProblemText(problem)} />
        </div>
      )}
    </>
  );
};
