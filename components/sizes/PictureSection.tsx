import { useId } from 'preact/hooks';
import type { Person, PersonSought } from '../../utils/domain/person.ts';
import type { PictureKind } from '../../utils/domain/picture.ts';
import type { UnlockPorts } from '../security-ports.ts';
import { FindProblem } from './FindProblem.tsx';
import { RepairNotice } from './RepairNotice.tsx';
import { aboutPicture, kindName, sizeFileName } from './size-words.ts';
import { SizeList } from './SizeList.tsx';
import type { PictureView } from './sizes-state.ts';

interface PictureSectionProps {
  readonly picture: PictureView;
  readonly person: Person | null;
  readonly security: UnlockPorts | undefined;
  readonly onSaid: (words: string) => void;
  readonly onUse: (file: File, kind: PictureKind) => void;
  readonly onAgain: () => void;
  readonly onOwner: (who: PersonSought) => void;
  readonly onOpenOptions: () => void;
}

/** The best there is of a picture, as a file: an avatar's original, else the largest size that came. */
const bestOf = ({ url, sizes }: PictureView, person: Person | null): File | null => {
  const best = sizes.find(({ file }) => file !== null);
  if (!best?.file) return null;
  const { blob, mime } = best.file;
  return new File([blob], sizeFileName(url, person, best.size.name, mime), { type: mime });
};

const Repairing = ({ picture, ...props }: PictureSectionProps) => {
  const { repair } = picture;
  if (repair === null) return null;
  if (repair.kind === 'failed') return <FindProblem error={repair.error} {...props} />;
  return <RepairNotice repair={repair} onOwner={props.onOwner} />;
};

/** One picture in all its sizes. */
export const PictureSection = (props: PictureSectionProps) => {
  const { picture, person, onSaid, onUse } = props;
  const id = useId();
  const best = bestOf(picture, person);
  const { kind } = picture.url;
  return (
    <section class="sizes__section" aria-labelledby={id}>
      <div class="sizes__head">
        <h2 id={id} class="sizes__title">
          {kindName(picture.url)}
        </h2>
        <p class="sizes__about">{aboutPicture(picture.url, person)}</p>
        {kind !== 'default' && (
          <button
            type="button"
            class="button button--small"
            aria-disabled={best === null}
            onClick={() => best && onUse(best, kind)}
          >
            Use as {kind}
          </button>
        )}
      </div>
      <Repairing {...props} />
      <SizeList picture={picture} person={person} onSaid={onSaid} />
    </section>
  );
};
