import type { PreparedFacts, SourceFacts } from '../../utils/domain/picture.ts';
import { formatBytes, formatSize } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';

interface FactsLineProps {
  readonly source: SourceFacts;
  /** Sides of the frame in source pixels. */
  readonly framed: { readonly width: number; readonly height: number };
  /** Null until the first file is ready. */
  readonly result: PreparedFacts | null;
}

const formatName = ({ mime }: PreparedFacts): string => (mime === 'image/png' ? 'PNG' : 'JPEG');

/** What will be sent, what it was made from, and what is worth knowing about it. */
export const FactsLine = ({ source, framed, result }: FactsLineProps) => (
  <div class="facts">
    <p class="facts__result">
      {result
        ? `${formatSize(result.widthPx, result.heightPx)} · ${formatName(result)} · ${formatBytes(result.bytes)}`
        : 'Making the file…'}
    </p>
    <p class="facts__source">
      from {formatSize(source.widthPx, source.heightPx)} · {source.format.toUpperCase()} ·{' '}
      {formatBytes(source.bytes)}
    </p>
    {result?.upscaled ? (
      <p class="facts__note facts__note--warning">
        <Icon name="warning" sizePx={14} />
        Only {formatSize(framed.width, framed.height)} pixels in the frame: X will show it soft
      </p>
    ) : (
      <p class="facts__note">
        <Icon name="shield" sizePx={14} />
        Location and camera data removed
      </p>
    )}
  </div>
);
