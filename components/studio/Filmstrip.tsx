import { useId, useRef } from 'preact/hooks';
import { useNearChildren } from '../shared/hooks.ts';
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
  const strip = useRef<HTMLDivElement>(null);
  const near = useNearChildren(strip, tray.files);
  return (
    <div class="filmstrip" ref={strip} role="radiogroup" aria-label="Your pictures">
      {tray.files.map((file, index) => (
        <FilmstripItem
          key={index}
          file={file}
          name={nameOf(file, index)}
          group={group}
          chosen={index === tray.index}
          isNear={near.has(index)}
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
