import { useEffect, useRef } from 'preact/hooks';
import type { OpenedPicture } from '../studio-ports.ts';

interface StillThumbsProps {
  readonly picture: OpenedPicture;
  readonly count: number;
}

const mostThumbs = 8;

/** Stills spread evenly over the whole animation, first and last included. */
export const thumbIndexes = (count: number): readonly number[] => {
  const shown = Math.min(count, mostThumbs);
  return Array.from({ length: shown }, (_, place) =>
    shown === 1 ? 0 : Math.round((place * (count - 1)) / (shown - 1)),
  );
};

const paint = (canvas: Element | undefined, bitmap: ImageBitmap): void => {
  if (canvas instanceof HTMLCanvasElement) {
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  }
  bitmap.close();
};

/** The animation as a strip, under the slider that goes through it. One still after another is asked for. */
export const StillThumbs = ({ picture, count }: StillThumbsProps) => {
  const strip = useRef<HTMLDivElement>(null);
  const indexes = thumbIndexes(count);
  useEffect(() => {
    const controller = new AbortController();
    const fill = async () => {
      for (const [place, index] of thumbIndexes(count).entries()) {
        const result = await picture.thumbnail?.(index, controller.signal);
        if (!result?.ok) return;
        paint(controller.signal.aborted ? undefined : strip.current?.children[place], result.value);
      }
    };
    void fill();
    return () => controller.abort();
  }, [picture, count]);
  return (
    <div class="stills__strip" ref={strip} aria-hidden="true">
      {indexes.map((index) => (
        <canvas key={index} width={1} height={1} />
      ))}
    </div>
  );
};
