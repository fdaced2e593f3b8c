import { useId } from 'preact/hooks';
import { useObjectUrl } from '../shared/hooks.ts';
import type { Tray } from './tray.ts';

interface FilmstripProps {
  readonly tray: Tray;
  readonly onChoose: (tray: Tray) => void;
}

const nameOf = (file: Blob, index: number): string =>
  file instanceof File && file.name !== '' ? file.name : `Picture ${index + 1}`;

interface ItemProps {
  readonly file: Blob;
  readonly name: string;
  readonly group: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

const Item = ({ file, name, group, chosen, onChoose }: ItemProps) => {
  const url = useObjectUrl(file);
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
      <span>{url && <img src={url} alt="" decoding="async" draggable={false} />}</span>
    </label>
  );
};

/** The pictures that were brought together, to choose among. */
export const Filmstrip = ({ tray, onChoose }: FilmstripProps) => {
  const group = useId();
  return (
    <div class="filmstrip" role="radiogroup" aria-label="Your pictures">
      {tray.files.map((file, index) => (
        <Item
          key={index}
          file={file}
          name={nameOf(file, index)}
          group={group}
          chosen={index === tray.index}
          onChoose={() => onChoose({ files: tray.files, index })}
        />
      ))}
    </div>
  );
};
