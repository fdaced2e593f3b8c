import { useMemo } from 'preact/hooks';
import type { Person } from '../../utils/domain/person.ts';
import { useRoving } from '../history/use-roving.ts';
import { kindName } from './size-words.ts';
import { SizeItem } from './SizeItem.tsx';
import type { PictureView } from './sizes-state.ts';

interface SizeListProps {
  readonly picture: PictureView;
  readonly person: Person | null;
  readonly onSaid: (words: string) => void;
}

/** All sizes of one picture: one stop of the Tab key for each of the tools, arrows from size to size. */
export const SizeList = ({ picture, person, onSaid }: SizeListProps) => {
  const { url, sizes } = picture;
  const ids = useMemo(() => sizes.map(({ size }) => size.name), [sizes]);
  const roving = useRoving(ids);
  return (
    <ul
      class="sizes__list"
      data-kind={url.kind}
      aria-label={`Sizes of the ${kindName(url).toLowerCase()}`}
      ref={roving.list}
      onKeyDown={roving.onKeyDown}
      onFocusIn={roving.onFocusIn}
      onFocusOut={roving.onFocusOut}
    >
      {sizes.map((view) => (
        <SizeItem
          key={view.address}
          view={view}
          url={url}
          person={person}
          isActive={view.size.name === roving.activeId}
          onSaid={onSaid}
        />
      ))}
    </ul>
  );
};
