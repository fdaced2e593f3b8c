import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useObjectUrl } from '../shared/hooks.ts';
import { thumbnailOf } from './thumbnails.ts';

interface FilmstripItemProps {
  readonly file: Blob;
  readonly name: string;
  readonly group: string;
  readonly chosen: boolean;
  /** Whether it is, or is about to be, in sight: drawn only then. */
  readonly isNear: boolean;
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

/** One picture of the strip. */
export const FilmstripItem = (props: FilmstripItemProps) => {
  const { file, name, group, chosen, onChoose } = props;
  const thumbnail = useThumbnail(file, props.isNear);
  return (
    <label class="filmstrip__item" title={name}>
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
