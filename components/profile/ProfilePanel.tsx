import type { Account } from '../../utils/domain/account.ts';
import { ServerContext } from '../shared/server-context.ts';
import { stepForKey } from '../studio/use-undo-keys.ts';
import type { StudioPorts } from '../studio-ports.ts';
import { ProfileForm } from './ProfileForm.tsx';
import type { Profile } from './use-profile.ts';

interface ProfilePanelProps {
  readonly profile: Profile;
  /** Null until accounts are known. */
  readonly accounts: readonly Account[] | null;
  /** Those that are chosen; the first one's profile is shown. */
  readonly chosen: readonly Account[];
  readonly ports: Pick<StudioPorts, 'security' | 'openOptions' | 'profile'>;
}

/** Keys of the whole tab: saving, and the steps of typing. */
const onKeys =
  ({ actions }: Profile) =>
  (event: KeyboardEvent): void => {
    const direction = stepForKey(event);
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!direction && !isSave) return;
    event.preventDefault();
    // What lies under the other tabs is not meant.
    event.stopPropagation();
    if (direction) actions.step(direction);
    else actions.save();
  };

/** Text that is dragged into a field is for that field; everything else is for the studio. */
const keepTextDrags = (event: DragEvent): void => {
  const isField =
    event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (isField && !event.dataTransfer?.types.includes('Files')) event.stopPropagation();
};

/** Without an account there is no profile to change. */
const NoAccount = ({ onOpenOptions }: { readonly onOpenOptions: () => void }) => (
  <div class="profile__empty">
    <p class="profile__empty-title">Your profile, in words</p>
    <p>
      To read and change your name, bio, location and website, Facelift needs your X account with
      keys.
    </p>
    <button type="button" class="button button--primary" onClick={onOpenOptions}>
      Add your X account
    </button>
  </div>
);

/** The texts of the chosen account's profile: to read, change and save. */
export const ProfilePanel = (props: ProfilePanelProps) => {
  const { profile, accounts, chosen, ports } = props;
  const [account] = chosen;
  return (
    <div
      class="profile"
      role="tabpanel"
      id="panel-profile"
      aria-labelledby="tab-profile"
      onKeyDown={onKeys(profile)}
      onDragOver={keepTextDrags}
      onDrop={keepTextDrags}
    >
      {account ? (
        <ServerContext.Provider value={account.apiBase}>
          <ProfileForm
            key={account.id}
            profile={profile}
            account={account}
            isOneOfSeveral={chosen.length > 1}
            ports={ports}
          />
        </ServerContext.Provider>
      ) : (
        accounts !== null && <NoAccount onOpenOptions={ports.openOptions} />
      )}
    </div>
  );
};
