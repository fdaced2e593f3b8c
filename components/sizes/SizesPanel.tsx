import { useEffect, useState } from 'preact/hooks';
import type { PictureKind } from '../../utils/domain/picture.ts';
import type { StudioPorts } from '../studio-ports.ts';
import { AskForm } from './AskForm.tsx';
import { FindProblem } from './FindProblem.tsx';
import { PictureSection } from './PictureSection.tsx';
import { statusWords } from './size-words.ts';
import { countSizes, isWorthAnotherTry, type SizesState } from './sizes-state.ts';
import { SizesEmpty } from './SizesEmpty.tsx';
import type { Sizes, SizesActions } from './use-sizes.ts';
import { usePasteAsked } from './use-paste-asked.ts';

interface SizesPanelProps {
  readonly sizes: Sizes;
  readonly ports: Pick<StudioPorts, 'security' | 'openOptions'>;
  /** Takes a picture that is to be framed, and what as. */
  readonly onUse: (file: File, kind: PictureKind) => void;
}

const saidForMs = 2500;

/** Words about what was just done, for a short while. */
const useSaid = () => {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), saidForMs);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, setSaid] as const;
};

interface ProgressProps {
  readonly state: SizesState;
  readonly said: string;
  readonly actions: SizesActions;
}

/** How far it is, and what was done last. Its room is there from the first press on. */
const Progress = ({ state, said, actions }: ProgressProps) => {
  const { all, done } = countSizes(state);
  const isBusy = state.phase === 'finding' || state.phase === 'fetching';
  return (
    <div class="sizes__progress" data-busy={isBusy}>
      <p class="sizes__status" role="status">
        {said || statusWords(state)}
      </p>
      {isBusy && (
        <button type="button" class="button button--small" onClick={actions.stop}>
          Cancel
        </button>
      )}
      {isWorthAnotherTry(state) && (
        <button type="button" class="button button--small" onClick={actions.again}>
          Try again
        </button>
      )}
      <div
        class="sizes__bar"
        role="progressbar"
        aria-label="Sizes that have come"
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={done}
        hidden={!isBusy}
      >
        <span style={{ width: `${all === 0 ? 0 : (done / all) * 100}%` }} />
      </div>
    </div>
  );
};

/** Every size of a person's avatar and banner, or of one picture. */
export const SizesPanel = ({ sizes, ports, onUse }: SizesPanelProps) => {
  const { state, actions, account } = sizes;
  const [said, setSaid] = useSaid();
  usePasteAsked(actions.ask);
  const { asked, findError, person, pictures } = state;
  const hasNoBanner = person !== null && asked?.kind === 'person' && person.bannerUrl === null;
  return (
    <div class="sizes" role="tabpanel" id="panel-sizes" aria-labelledby="tab-sizes">
      <AskForm state={state} actions={actions} />
      {asked === null && <SizesEmpty account={account} actions={actions} />}
      {asked !== null && !findError && <Progress state={state} said={said} actions={actions} />}
      {findError && (
        <FindProblem
          error={findError}
          security={ports.security}
          onAgain={actions.again}
          onOpenOptions={ports.openOptions}
        />
      )}
      {pictures.map((picture, index) => (
        <PictureSection
          key={picture.url.kind}
          picture={picture}
          person={person}
          security={ports.security}
          onSaid={setSaid}
          onUse={onUse}
          onAgain={actions.again}
          onOwner={(who) => actions.repairFor(index, who)}
          onOpenOptions={ports.openOptions}
        />
      ))}
      {hasNoBanner && pictures.length > 0 && (
        <section class="sizes__section">
          <div class="sizes__head">
            <h2 class="sizes__title">Banner</h2>
            <p class="sizes__about">@{person.handle} has no banner.</p>
          </div>
        </section>
      )}
    </div>
  );
};
