import { useId, useState } from 'preact/hooks';
import { parseAsked } from '../../utils/domain/sizes-asked.ts';
import type { PersonSought } from '../../utils/domain/person.ts';
import { Icon } from '../shared/Icon.tsx';
import type { Repair } from './sizes-state.ts';

interface RepairNoticeProps {
  readonly repair: Exclude<Repair, { readonly kind: 'failed' }>;
  readonly onOwner: (who: PersonSought) => void;
}

/** Asks whose picture it is: only a person can know. */
const OwnerForm = ({ onOwner }: Pick<RepairNoticeProps, 'onOwner'>) => {
  const id = useId();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const asked = parseAsked(text);
    if (asked.ok && asked.value.kind === 'person') onOwner({ handle: asked.value.handle });
    else setWrong(true);
  };
  return (
    <form class="sizes__owner" onSubmit={onSubmit}>
      <label htmlFor={id}>Handle of its owner</label>
      <div class="sizes__field">
        <input
          id={id}
          class="field__input"
          type="text"
          value={text}
          placeholder="@handle"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={isWrong}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit" class="button">
          Look up
        </button>
      </div>
    </form>
  );
};

const words: { readonly [K in RepairNoticeProps['repair']['kind']]: string } = {
  looking: 'Some sizes are gone. Asking X for the picture as it is now…',
  same: 'Some sizes are gone, and X still names this very picture: there is nothing newer to show.',
  replaced: 'The picture you asked for is gone from X. This is the one shown now.',
  removed: 'This banner is gone from X, and there is no other in its place.',
  ownerUnknown:
    'Some sizes are gone from X. The address does not say whose picture it is; with the handle, its present one can be looked up.',
};

/** What was done about sizes that are gone. */
export const RepairNotice = ({ repair, onOwner }: RepairNoticeProps) => (
  <div class="notice sizes__repair">
    {repair.kind === 'looking' ? (
      <span class="spinner" aria-hidden="true" />
    ) : (
      <Icon name={repair.kind === 'replaced' ? 'check' : 'warning'} sizePx={18} />
    )}
    <div class="notice__body">
      <p role="status">{words[repair.kind]}</p>
      {repair.kind === 'ownerUnknown' && <OwnerForm onOwner={onOwner} />}
    </div>
  </div>
);
