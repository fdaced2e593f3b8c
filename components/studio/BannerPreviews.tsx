import { useState } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { bannerAt } from '../../utils/domain/image-urls/account-picture.ts';
import { bannerCovers } from '../../utils/domain/banner-cover.ts';
import { useObjectUrl } from '../shared/hooks.ts';
import { Icon } from '../shared/Icon.tsx';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';
import { BothLooks, PreviewSection } from './preview-choice.tsx';
import { Names } from './preview-views.tsx';

interface BannerPreviewsProps {
  /** The pixels that will be sent, then the very file. */
  readonly shown: Blob | null;
  readonly account: Account | null;
}

const views = [
  { id: 'desktop', name: 'Desktop' },
  { id: 'phone', name: 'Phone' },
  { id: 'before', name: 'Before' },
] as const;

type ViewId = (typeof views)[number]['id'];

interface HeaderMockProps {
  readonly url: string | null;
  readonly account: Account | null;
  readonly device: 'desktop' | 'phone';
  readonly look: 'light' | 'dark';
}

const alts = {
  desktop: 'The banner on your profile, on a desktop',
  phone: 'The banner on your profile, on a phone',
} as const;

const share = (part: number): string => `${(part * 100).toFixed(2)}%`;

/** What a phone lays over the top of a banner. */
const PhoneBar = ({ height }: { readonly height: number }) => (
  <span class="header-mock__bar" style={{ height: share(height * 3) }} aria-hidden="true">
    <span class="header-mock__button">
      <Icon name="back" sizePx={10} />
    </span>
    <span class="header-mock__button">
      <Icon name="more" sizePx={10} />
    </span>
  </span>
);

/** The top of a profile with the person's own avatar where X lays it over the banner. */
const HeaderMock = ({ url, account, device, look }: HeaderMockProps) => {
  const { avatar, topBar } = bannerCovers[device];
  return (
    <div class={`header-mock header-mock--${device}`}>
      <div class="header-mock__banner">
        {url && (
          <img
            src={url}
            alt={look === 'light' ? alts[device] : ''}
            decoding="sync"
            draggable={false}
          />
        )}
        {topBar > 0 && <PhoneBar height={topBar} />}
        <span
          class="header-mock__avatar"
          style={{
            left: share(avatar.centerX - avatar.radius),
            top: share((avatar.centerY - avatar.radius) * 3),
            width: share(avatar.radius * 2),
          }}
        >
          {account && (
            <ProfilePicture url={account.pictureUrl} handle={account.handle} sizePx={96} />
          )}
        </span>
      </div>
      <p class="mock__names header-mock__names">
        <Names account={account} />
      </p>
    </div>
  );
};

const nowWords = (account: Account | null): string => {
  if (!account) return 'Add an account to compare';
  return account.bannerUrl === '' ? 'No banner now' : 'Your banner now';
};

const Strip = ({ url, alt }: { readonly url: string | null; readonly alt: string }) => (
  <span class="banner-strip" data-empty={url === null}>
    {url && <img src={url} alt={alt} decoding="sync" referrerpolicy="no-referrer" />}
  </span>
);

/** The banner that is up now, and the one to come. */
const BeforeAndAfter = ({ url, account }: Pick<HeaderMockProps, 'url' | 'account'>) => {
  const current = account?.bannerUrl ? bannerAt(account.bannerUrl, '600x200') : null;
  return (
    <>
      <figure class="change change--banner">
        <Strip url={current} alt="Your banner now" />
        <figcaption>{nowWords(account)}</figcaption>
      </figure>
      <figure class="change change--banner">
        <Strip url={url} alt="Your banner after the swap" />
        <figcaption>After the swap</figcaption>
      </figure>
    </>
  );
};

/** The banner that will be sent, where X shows it and under what X lays over it. */
export const BannerPreviews = ({ shown, account }: BannerPreviewsProps) => {
  const url = useObjectUrl(shown);
  const [view, setView] = useState<ViewId>('desktop');
  return (
    <PreviewSection views={views} view={view} onView={setView} isEmpty={url === null}>
      {view === 'before' ? (
        <BeforeAndAfter url={url} account={account} />
      ) : (
        <BothLooks>
          {(look) => <HeaderMock url={url} account={account} device={view} look={look} />}
        </BothLooks>
      )}
    </PreviewSection>
  );
};
