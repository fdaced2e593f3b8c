import { passphraseStrength, type Strength } from '../../utils/domain/passphrase-strength.ts';
import { minPassphraseLength } from '../../utils/domain/security.ts';

interface StrengthHintProps {
  readonly id: string;
  readonly passphrase: string;
}

const steps: Record<Strength, number> = { tooShort: 0, weak: 1, fair: 2, strong: 3 };

const words: Record<Strength, string> = {
  tooShort: `At least ${minPassphraseLength} characters. Four or more unrelated words are easy to remember and hard to guess.`,
  weak: 'Weak: a copy of your profile would not hold out long. Add another unrelated word or two.',
  fair: 'Fair. One more unrelated word makes it strong.',
  strong: 'Strong.',
};

/** What the passphrase being chosen is worth. */
export const StrengthHint = ({ id, passphrase }: StrengthHintProps) => {
  const strength = passphraseStrength(passphrase);
  return (
    <div class="strength" data-strength={strength}>
      <div class="strength__bars" aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <span key={step} data-filled={step <= steps[strength]} />
        ))}
      </div>
      <p id={id} aria-live="polite">
        {words[strength]}
      </p>
    </div>
  );
};
