import { useEffect, useId, useState } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { profileFieldNames } from '../../utils/domain/profile-fields.ts';
import { Icon } from '../shared/Icon.tsx';
import type { StudioPorts } from '../studio-ports.ts';
import { ProfileActions } from './ProfileActions.tsx';
import { ProfileField } from './ProfileField.tsx';
import { ProfileSketch } from './ProfileSketch.tsx';
import { ProfileTrouble } from './ProfileTrouble.tsx';
import { conflicts, type Trouble as TroubleTold } from './sheet-state.ts';
import type { Profile } from './use-profile.ts';

const Loading = () => (
  <p class="profile__loading" role="status">
    <span class="spinner" aria-hidden="true" />
    Reading your profile…
  </p>
);

interface ProfileFormProps {
  readonly profile: Profile;
  readonly account: Account;
  /** Others are chosen, too. */
  readonly isOneOfSeveral: boolean;
  readonly ports: Pick<StudioPorts, 'security' | 'openOptions' | 'profile'>;
}

type FieldsProps = Pick<ProfileFormProps, 'profile' | 'account'> & { readonly id: string };

/** A form of nothing but the fields: the one that unlocks keys may not stand inside of it. */
const Fields = ({ profile: { sheet, actions }, account, id }: FieldsProps) => {
  const inConflict = conflicts(sheet);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    actions.save();
  };
  return (
    <form
      id={id}
      class="profile__fields"
      aria-label={`Profile of @${account.handle}`}
      onSubmit={onSubmit}
    >
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
    </form>
  );
};

const useIsPrivate = (ports: StudioPorts['profile']): boolean => {
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => void ports?.isPrivate().then(setPrivate), [ports]);
  return isPrivate;
};

const Trouble = ({ trouble, profile, ports }: ProfileFormProps & { trouble: TroubleTold }) => (
  <ProfileTrouble
    trouble={trouble}
    security={ports.security}
    onAgain={trouble.task === 'load' ? profile.actions.load : profile.actions.save}
    onClose={profile.actions.closeTrouble}
    onOpenOptions={ports.openOptions}
  />
);

/** One account's profile: its fields, what is to be said, and what can be done. */
export const ProfileForm = (props: ProfileFormProps) => {
  const { profile, account, isOneOfSeveral, ports } = props;
  const { sheet, actions } = profile;
  const isPrivate = useIsPrivate(ports.profile);
  const formId = useId();
  return (
    <div class="profile__columns">
      <div class="profile__form">
        {isOneOfSeveral && (
          <p class="profile__hint">Texts are changed for @{account.handle} alone.</p>
        )}
        {sheet.trouble?.task === 'load' && <Trouble {...props} trouble={sheet.trouble} />}
        {sheet.typed && <Fields id={formId} profile={profile} account={account} />}
        {!sheet.typed && sheet.isLoading && <Loading />}
        {sheet.typed && isPrivate && (
          <p class="profile__hint">
            <Icon name="shield" /> From a private window nothing you type here is kept.
          </p>
        )}
        {sheet.typed && (
          <div class="profile__foot">
            {sheet.trouble?.task === 'save' && <Trouble {...props} trouble={sheet.trouble} />}
            <ProfileActions sheet={sheet} actions={actions} formId={formId} />
          </div>
        )}
      </div>
      {sheet.typed && <ProfileSketch account={account} text={sheet.typed.text} />}
    </div>
  );
};
