import type { ErrorText } from './api-error-texts.ts';
import type { PassphraseError } from './security.ts';
import { minPassphraseLength } from './security.ts';

/** Words for something asked with a passphrase that was not done. The wait itself is shown beside it. */
export const passphraseErrorText = (error: PassphraseError): ErrorText => {
  switch (error.kind) {
    case 'wrongPassphrase':
      return {
        text: 'That is not the passphrase.',
        next: 'Type it once more; capitals and spaces count. Your keys are untouched.',
      };
    case 'tooSoon':
      return {
        text: 'Too many wrong passphrases in a row.',
        next: 'Wait until the pause is over, then try again. Your keys are untouched.',
      };
    case 'tooShort':
      return {
        text: 'This passphrase is too short.',
        next: `Use at least ${minPassphraseLength} characters; a few unrelated words are best.`,
      };
    case 'locked':
      return { text: 'Your keys are locked.', next: 'Unlock them first.' };
    case 'notNow':
      return {
        text: 'This was already changed somewhere else.',
        next: 'Look at what is shown now, and try again if it is not what you want.',
      };
    case 'notReached':
      return {
        text: 'Facelift’s background part did not answer.',
        next: 'Try once more; if it stays, reload the extension.',
      };
  }
};
