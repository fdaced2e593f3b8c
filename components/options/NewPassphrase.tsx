import { useId } from 'preact/hooks';
import { PassphraseInput } from '../shared/PassphraseInput.tsx';
import { StrengthHint } from './StrengthHint.tsx';

interface NewPassphraseProps {
  readonly next: string;
  readonly repeated: string;
  readonly isShort: boolean;
  readonly differs: boolean;
  readonly disabled: boolean;
  readonly onNext: (value: string) => void;
  readonly onRepeated: (value: string) => void;
}

/** A passphrase being chosen: twice, with what it is worth. */
export const NewPassphrase = (props: NewPassphraseProps) => {
  const hintId = useId();
  return (
    <>
      <PassphraseInput
        label="New passphrase"
        value={props.next}
        isNew
        isWrong={props.isShort}
        disabled={props.disabled}
        describedBy={hintId}
        onValue={props.onNext}
      />
      <StrengthHint id={hintId} passphrase={props.next} />
      <PassphraseInput
        label="New passphrase again"
        value={props.repeated}
        isNew
        isWrong={props.differs}
        disabled={props.disabled}
        onValue={props.onRepeated}
      />
    </>
  );
};
