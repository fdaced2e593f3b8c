import { askErrorDetails } from '../../utils/domain/ask-error.ts';
import type { ProfileTask } from '../../utils/domain/profile-error.ts';
import type { UnlockPorts } from '../security-ports.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { useServer } from '../shared/server-context.ts';
import { UnlockToGoOn } from '../shared/UnlockToGoOn.tsx';
import { useSecurity } from '../shared/use-security.ts';
import { troubleWords } from './profile-words.ts';
import type { Trouble } from './sheet-state.ts';

interface ProfileTroubleProps {
  readonly trouble: Trouble;
  readonly security: UnlockPorts | undefined;
  readonly onAgain: () => void;
  readonly onClose: () => void;
  readonly onOpenOptions: () => void;
}

const againName: Readonly<Record<ProfileTask, string>> = { load: 'Try again', save: 'Save again' };

/** Why a profile could not be read or saved, and the one thing to do about it. */
export const ProfileTrouble = (props: ProfileTroubleProps) => {
  const { trouble, security, onAgain, onClose, onOpenOptions } = props;
  const state = useSecurity(security);
  const { sayError } = useServer();
  const { task, error } = trouble;
  const words = sayError(troubleWords(trouble));
  if (error.kind === 'locked' && security && state) {
    return (
      <div class="profile__unlock">
        <UnlockToGoOn words={words} security={security} state={state} onUnlocked={onAgain} />
      </div>
    );
  }
  // What is too long has to be shortened first: its field says so.
  const isAgain = !(error.kind === 'api' && error.error.kind === 'valueTooLong');
  return (
    <ErrorNotice
      words={words}
      details={askErrorDetails(error)}
      {...(task === 'save' && { onClose })}
    >
      {words.where === 'settings' ? (
        <button type="button" class="button button--small" onClick={onOpenOptions}>
          Open settings
        </button>
      ) : (
        isAgain && (
          <button type="button" class="button button--small" onClick={onAgain}>
            {againName[task]}
          </button>
        )
      )}
    </ErrorNotice>
  );
};
