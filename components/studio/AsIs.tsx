import type { HistoryEntry } from '../../utils/domain/history.ts';
import { formatBytes, formatSize } from '../shared/format.ts';

interface AsIsProps {
  readonly entry: HistoryEntry;
  readonly onUse: () => void;
}

/** For a picture from the history: send the very file, without framing it anew. */
export const AsIs = ({ entry, onUse }: AsIsProps) => {
  const size = formatSize(entry.widthPx, entry.heightPx);
  return (
    <button
      type="button"
      class="button button--large"
      title={`Sends the very file: ${size}, ${formatBytes(entry.bytes)}`}
      onClick={onUse}
    >
      Use as it is
    </button>
  );
};
