import { useId } from 'preact/hooks';
import { FilmstripItem } from './FilmstripItem.tsx';
import type { Tray } from './tray.ts';

interface FilmstripProps {
  readonly tray: Tray;
  readonly onChoose: (tray: Tray) => void;
}

const nameOf = (file: Blob, index: number): string =>
  file instanceof File && file.name !== '' ? file.name : `Picture ${index + 1}`;

/** The pictures that were brought together, to choose among. */
export const Filmstrip = ({ tray, onChoose }: FilmstripProps) => {
  const group = useId();
  return (
    <div class="filmstrip" role="radiogroup" aria-label="Your pictures">
      {tray.files.map((file, index) => (
        <FilmstripItem
          key={index}
          file={file}
          name={nameOf(file, index)}
          group={group}
          chosen={index === tray.index}
          onChoose={() => onChoose({ ...tray, index })}
        />
      ))}
      {tray.more !== undefined && (
        <p class="filmstrip__more" title="Choose fewer at once to see them here">
          and {tray.more} more
        </p>
      )}
    </div>
  );
};
