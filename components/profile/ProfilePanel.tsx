import { useEffect, useState } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { profileFieldNames } from '../../utils/domain/profile-fields.ts';
import { Icon } from '../shared/Icon.tsx';
import { ServerContext } from '../shared/server-context.ts';
import { stepForKey } from '../studio/use-undo-keys.ts';
import type { StudioPorts } from '../studio-ports.ts';
import { ProfileActions } from './ProfileActions.tsx';
import { ProfileField } from './ProfileField.tsx';
import { ProfileSketch } from './ProfileSketch.tsx';
import { ProfileTrouble } from './ProfileTrouble.tsx';
import { conflicts, type Trouble as TroubleTold } from './sheet.ts';
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

const Loading = () => (
  <p class="profile__loading" role="status">
    <span class="spinner" aria-hidden="true" />
    Reading your profile…
  </p>
);

type FormProps = Omit<ProfilePanelProps, 'accounts' | 'chosen'> & {
  readonly account: Account;
  readonly isOneOfSeveral: boolean;
};

const Fields = ({ profile: { sheet, actions } }: Pick<FormProps, 'profile'>) => {
  const inConflict = conflicts(sheet);
  return (
    <>
      {profileFieldNames.map((field) => (
        <ProfileField
          key={field}
          field={field}
          sheet={sheet}
          isConflict={inConflict.includes(field)}
          onText={(text) => actions.type(field, text)}
          onSettle={(by) => actions.settle(field, by)}
        />
      ))}
    </>
  );
};

const useIsPrivate = (ports: StudioPorts['profile']): boolean => {
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => void ports?.isPrivate().then(setPrivate), [ports]);
  return isPrivate;
};

const Trouble = ({ trouble, profile, ports }: FormProps & { trouble: TroubleTold }) => (
  <ProfileTrouble
    trouble={trouble}
    security={ports.security}
    onAgain={trouble.task === 'load' ? profile.actions.load : profile.actions.save}
    onClose={profile.actions.closeTrouble}
    onOpenOptions={ports.openOptions}
  />
);

const ProfileForm = (props: FormProps) => {
  const { profile, account, isOneOfSeveral, ports } = props;
  const { sheet, actions } = profile;
  const isPrivate = useIsPrivate(ports.profile);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    actions.save();
  };
  return (
    <div class="profile__columns">
      <form class="profile__form" aria-label={`Profile of @${account.handle}`} onSubmit={onSubmit}>
        {isOneOfSeveral && (
          <p class="profile__hint">Texts are changed for @{account.handle} alone.</p>
        )}
        {sheet.trouble?.task === 'load' && <Trouble {...props} trouble={sheet.trouble} />}
        {sheet.typed && <Fields profile={profile} />}
        {!sheet.typed && sheet.isLoading && <Loading />}
        {sheet.typed && isPrivate && (
          <p class="profile__hint">
            <Icon name="shield" /> From a private window nothing you type here is kept.
          </p>
        )}
        {sheet.typed && (
          <div class="profile__foot">
            {sheet.trouble?.task === 'save' && <Trouble {...props} trouble={sheet.trouble} />}
            <ProfileActions sheet={sheet} actions={actions} />
          </div>
        )}
      </form>
      {sheet.typed && <ProfileSketch account={account} text={sheet.typed.text} />}
    </div>
  );
};

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
