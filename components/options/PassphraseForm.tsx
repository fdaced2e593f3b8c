import { useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../../utils/domain/result.ts';
import type { PassphraseError } from '../../utils/domain/security.ts';
import { isLongEnough } from '../../utils/domain/security.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { PassphraseInput } from '../shared/PassphraseInput.tsx';
import { PassphraseProblem } from '../shared/PassphraseProblem.tsx';
import { usePassphraseForm } from '../shared/use-passphrase-form.ts';
import { NewPassphrase } from './NewPassphrase.tsx';

/** What is typed into the form; fields that a task does not ask for stay empty. */
interface Typed {
  readonly current: string;
  readonly next: string;
}

interface PassphraseFormProps {
  readonly title: string;
  readonly asksCurrent: boolean;
  readonly asksNew: boolean;
  readonly note: string;
  readonly notBeforeMs: number | null;
  readonly send: (typed: Typed) => Promise<Result<null, PassphraseError>>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const mismatch = {
  text: 'The two new passphrases are not the same.',
  next: 'Type the second one again.',
};

/** The keyboard goes to the first field as the form opens. */
const useFirstField = () => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return form;
};

/** Sets, changes or removes the passphrase: one form with the fields that its task needs. */
export const PassphraseForm = (props: PassphraseFormProps) => {
  const { title, asksCurrent, asksNew, onDone } = props;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [differs, setDiffers] = useState(false);
  const { busy, error, waitSeconds, isHeld, setError, send } = usePassphraseForm(props.notBeforeMs);
  const form = useFirstField();
  const onSubmit = (event: Event) => {
    event.preventDefault();
    setDiffers(false);
    if (asksNew && !isLongEnough(next)) return setError({ kind: 'tooShort' });
    setError(null);
    if (asksNew && next !== repeated) return setDiffers(true);
    void send(() => props.send({ current, next }), onDone);
  };
  return (
    <form class="passphrase" ref={form} onSubmit={onSubmit} aria-label={title} noValidate>
      {asksCurrent && (
        <PassphraseInput
          label="Current passphrase"
          value={current}
          isWrong={error?.kind === 'wrongPassphrase'}
          disabled={busy}
          onValue={setCurrent}
        />
      )}
      {asksNew && (
        <NewPassphrase
          next={next}
          repeated={repeated}
          isShort={error?.kind === 'tooShort'}
          differs={differs}
          disabled={busy}
          onNext={setNext}
          onRepeated={setRepeated}
        />
      )}
      <p class="passphrase__note">{props.note}</p>
      {differs ? (
        <ErrorNotice words={mismatch} />
      ) : (
        <PassphraseProblem error={error} waitSeconds={waitSeconds} />
      )}
      <div class="passphrase__buttons">
        <button type="submit" class="button button--primary" aria-disabled={isHeld}>
          {busy && <span class="spinner" aria-hidden="true" />}
          {title}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
};
