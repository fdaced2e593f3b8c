import { passphraseErrorText } from '../../utils/domain/passphrase-texts.ts';
import type { PassphraseError } from '../../utils/domain/security.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

interface PassphraseProblemProps {
  readonly error: PassphraseError | null;
  readonly waitSeconds: number;
}

const inWords = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;

/** What went wrong with a passphrase. The seconds stand outside the alert, so that each is not read out. */
export const PassphraseProblem = ({ error, waitSeconds }: PassphraseProblemProps) => (
  <>
    {error && <ErrorNotice words={passphraseErrorText(error)} />}
    {waitSeconds > 0 && (
      <p class="passphrase__wait">The next try is possible in {inWords(waitSeconds)}.</p>
    )}
  </>
);
