import type { Account } from '../../utils/domain/account.ts';
import { avatarPreviewPx } from '../../utils/domain/limits.ts';
import { ProfilePicture } from '../shared/ProfilePicture.tsx';

interface CircleProps {
  /** Null until the first file is ready. */
  readonly url: string | null;
  readonly alt: string;
}

/** Decoded with the page it is painted on: one picture gives way to the next without a gap. */
const Circle = ({ url, alt }: CircleProps) => (
  <span class="circle">{url && <img src={url} alt={alt} decoding="sync" draggable={false} />}</span>
);

interface LookProps {
  readonly url: string | null;
  readonly look: 'light' | 'dark';
}

const words = (sizePx: number): string => `As X shows it at ${sizePx} pixels`;

/** The round sizes that fit beside each other. */
export const Sizes = ({ url, look }: LookProps) => (
  <>
    {avatarPreviewPx
      .filter((sizePx) => sizePx < 400)
      .map((sizePx) => (
        <figure key={sizePx} class={`size size--${sizePx}`}>
          <Circle url={url} alt={look === 'light' ? words(sizePx) : ''} />
          <figcaption>{sizePx}</figcaption>
        </figure>
      ))}
  </>
);

/** The largest size X shows, half of it on light and half on dark. */
export const FullSize = ({ url }: { readonly url: string | null }) => (
  <div class="look look--split size--400">
    <Circle url={url} alt={words(400)} />
  </div>
);

interface MockProps extends LookProps {
  readonly account: Account | null;
}

/** An account's name and handle as X sets them. */
export const Names = ({ account }: { readonly account: Account | null }) => (
  <>
    <span class="mock__name">{account?.name ?? 'Your name'}</span>
    <span class="mock__handle">@{account?.handle ?? 'you'}</span>
  </>
);

/** A post as a sketch: what counts is the picture beside it. */
export const PostMock = ({ url, account, look }: MockProps) => (
  <div class="mock mock--post">
    <Circle url={url} alt={look === 'light' ? 'Beside a post' : ''} />
    <div class="mock__text">
      <p class="mock__names">
        <Names account={account} />
      </p>
      <span class="mock__line" />
      <span class="mock__line" />
      <span class="mock__line mock__line--short" />
    </div>
  </div>
);

/** The top of a profile as a sketch. */
export const ProfileMock = ({ url, account, look }: MockProps) => (
  <div class="mock mock--profile">
    <div class="mock__banner" />
    <div class="mock__head">
      <Circle url={url} alt={look === 'light' ? 'On your profile' : ''} />
      <span class="mock__pill" />
    </div>
    <p class="mock__names">
      <Names account={account} />
    </p>
  </div>
);

/** The picture that is up now, and the one to come. */
export const BeforeAndAfter = ({ url, account }: Omit<MockProps, 'look'>) => (
  <>
    <figure class="change">
      <div class="look look--split">
        {account ? (
          <span class="circle circle--now">
            <ProfilePicture url={account.pictureUrl} handle={account.handle} sizePx={160} />
          </span>
        ) : (
          <Circle url={null} alt="" />
        )}
      </div>
      <figcaption>{account ? 'Your picture now' : 'Add an account to compare'}</figcaption>
    </figure>
    <figure class="change">
      <div class="look look--split">
        <Circle url={url} alt="Your picture after the swap" />
      </div>
      <figcaption>After the swap</figcaption>
    </figure>
  </>
);
