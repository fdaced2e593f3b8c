import { askErrorDetails } from '../../utils/domain/ask-error.ts';
import { type FindError, findErrorText } from '../../utils/domain/person.ts';
import type { UnlockPorts } from '../security-ports.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { UnlockToGoOn } from '../shared/UnlockToGoOn.tsx';
import { useSecurity } from '../shared/use-security.ts';

interface FindProblemProps {
  readonly error: FindError;
  readonly security: UnlockPorts | undefined;
  readonly onAgain: () => void;
  readonly onOpenOptions: () => void;
}

/** Why nobody was looked up, and the one thing to do about it. */
export const FindProblem = ({ error, security, onAgain, onOpenOptions }: FindProblemProps) => {
  const state = useSecurity(security);
  const words = findErrorText(error);
  if (error.kind === 'locked' && security && state) {
    return (
      <div class="sizes__unlock">
        <UnlockToGoOn words={words} security={security} state={state} onUnlocked={onAgain} />
      </div>
    );
  }
  return (
    <ErrorNotice words={words} details={askErrorDetails(error)}>
      {words.where === 'settings' ? (
        <button type="button" class="button button--small" onClick={onOpenOptions}>
          Open settings
        </button>
      ) : (
        <button type="button" class="button button--small" onClick={onAgain}>
          Try again
        </button>
      )}
    </ErrorNotice>
  );
};
