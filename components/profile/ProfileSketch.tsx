import type { Account } from '../../utils/domain/account.ts';
import { bannerAt } from '../../utils/domain/image-urls/account-picture.ts';
import type { ProfileText } from '../../utils/domain/profile-fields.ts';
import { shownWebsite } from '../../utils/domain/website.ts';
import { Icon } from '../shared/Icon.tsx';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';
import { BothLooks } from '../studio/preview-choice.tsx';

interface ProfileSketchProps {
  readonly account: Account;
  readonly text: ProfileText;
}

/** Addresses in a bio are links on X; everything else stays as it is. */
const Bio = ({ text }: { readonly text: string }) => (
  <p class="sketch__bio">
    {text.split(/(https?:\/\/\S+)/).map((part, index) =>
      index % 2 === 1 ? (
        <span key={index} class="sketch__link">
          {shownWebsite(part)}
        </span>
      ) : (
        part
      ),
    )}
  </p>
);

const Banner = ({ account }: Pick<ProfileSketchProps, 'account'>) => (
  <div class="sketch__banner">
    {account.bannerUrl && (
      <img src={bannerAt(account.bannerUrl, '600x200')} alt="" referrerpolicy="no-referrer" />
    )}
  </div>
);

/** The profile's texts where X has them, on its light and its dark page. */
export const ProfileSketch = ({ account, text }: ProfileSketchProps) => (
  <section class="profile__sketches" aria-label="As X shows it">
    <BothLooks>
      {() => (
        <div class="sketch">
          <Banner account={account} />
          <span class="sketch__avatar">
            <ProfilePicture url={account.pictureUrl} handle={account.handle} sizePx={72} />
          </span>
          <p class="sketch__name">{text.name.trim() || ' '}</p>
          <p class="sketch__handle">@{account.handle}</p>
          {text.description.trim() !== '' && <Bio text={text.description.trim()} />}
          <p class="sketch__facts">
            {text.location.trim() !== '' && (
              <span>
                <Icon name="place" sizePx={14} />
                {text.location.trim()}
              </span>
            )}
            {text.url.trim() !== '' && (
              <span>
                <Icon name="link" sizePx={14} />
                <span class="sketch__link">{shownWebsite(text.url)}</span>
              </span>
            )}
          </p>
        </div>
      )}
    </BothLooks>
  </section>
);
