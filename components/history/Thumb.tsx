import { useEffect, useRef, useState } from 'preact/hooks';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import { useLatest } from '../shared/hooks.ts';
import { watchSight } from './in-sight.ts';
import { thumbEdgePx, thumbOf } from './thumb-pixels.ts';

interface ThumbProps {
  readonly entry: HistoryEntry;
  readonly read: (entry: HistoryEntry) => Promise<Blob | null>;
}

/** Whether an element is, or is about to be, in sight. */
const useNear = () => {
  const ref = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => (ref.current ? watchSight(ref.current, setNear) : undefined), []);
  return { ref, isNear };
};

/** A picture of the history, small. Drawn only while it is near: out of sight it holds no pixels. */
export const Thumb = ({ entry, read }: ThumbProps) => {
  const { ref, isNear } = useNear();
  const latest = useLatest({ entry, read });
  const { blobKey } = entry;
  useEffect(() => {
    const canvas = ref.current;
    if (!isNear || !canvas) return;
    const stop = new AbortController();
    const draw = async () => {
      const now = latest.current;
      const thumb = await thumbOf(() => now.read(now.entry), stop.signal);
      if (thumb && !stop.signal.aborted) {
        canvas.width = thumbEdgePx;
        canvas.height = thumbEdgePx;
        canvas.getContext('2d')?.drawImage(thumb, 0, 0);
        canvas.dataset['drawn'] = 'true';
      }
      thumb?.close();
    };
    void draw();
    return () => {
      stop.abort();
      canvas.width = 0;
      delete canvas.dataset['drawn'];
    };
  }, [isNear, blobKey, ref, latest]);
  return <canvas class="history__thumb" ref={ref} width={0} height={0} aria-hidden="true" />;
};
