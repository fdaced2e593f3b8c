import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useIsNear, useObjectUrl } from '../shared/hooks.ts';
import { thumbnailOf } from './thumbnails.ts';

interface FilmstripItemProps {
  readonly file: Blob;
  readonly name: string;
  readonly group: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** The thumbnail of a file once it is wanted; `none` where the browser makes no bitmap of it. */
const useThumbnail = (file: Blob, isWanted: boolean): ImageBitmap | 'none' | null => {
  const [thumbnail, setThumbnail] = useState<ImageBitmap | 'none' | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const controller = new AbortController();
    void thumbnailOf(file, controller.signal).then((made) => {
      if (!controller.signal.aborted) setThumbnail(made ?? 'none');
    });
    return () => controller.abort();
  }, [file, isWanted]);
  return isWanted ? thumbnail : null;
};

const Drawn = ({ thumbnail }: { readonly thumbnail: ImageBitmap }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(thumbnail, 0, 0);
  }, [thumbnail]);
  return <canvas ref={canvas} width={thumbnail.width} height={thumbnail.height} />;
};

/** Drawings have no bitmap; an image element shows them. */
const Shown = ({ file }: { readonly file: Blob }) => {
  const url = useObjectUrl(file);
  return url ? <img src={url} alt="" decoding="async" draggable={false} /> : null;
};

/** One picture of the strip. Drawn only while it is in sight, or about to be. */
export const FilmstripItem = ({ file, name, group, chosen, onChoose }: FilmstripItemProps) => {
  const label = useRef<HTMLLabelElement>(null);
  const thumbnail = useThumbnail(file, useIsNear(label));
  return (
    <label class="filmstrip__item" title={name} ref={label}>
      <input
        class="visually-hidden"
        type="radio"
        name={group}
        aria-label={name}
        checked={chosen}
        onChange={onChoose}
      />
      <span>
        {thumbnail === 'none' && <Shown file={file} />}
        {thumbnail instanceof ImageBitmap && <Drawn thumbnail={thumbnail} />}
      </span>
    </label>
  );
};
