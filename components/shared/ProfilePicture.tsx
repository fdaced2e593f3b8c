import { useState } from 'preact/hooks';
import { avatarAt } from '../../utils/domain/image-urls/image-urls.ts';
import type { AvatarVariant } from '../../utils/domain/image-urls/sizes.ts';

interface ProfilePictureProps {
  readonly url: string;
  readonly handle: string;
  readonly sizePx: number;
}

/** Twice the drawn size for sharp screens, from the sizes X keeps. */
const variantFor = (sizePx: number): AvatarVariant => (sizePx <= 36 ? 'bigger' : '400x400');

/** An account's picture in X's circle; the handle's first letter where it cannot be shown. */
export const ProfilePicture = ({ url, handle, sizePx }: ProfilePictureProps) => {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const address = avatarAt(url, variantFor(sizePx));
  const style = { width: `${sizePx}px`, height: `${sizePx}px`, fontSize: `${sizePx * 0.45}px` };
  return (
    <span class="profile-picture" style={style} aria-hidden="true">
      {failedUrl === address || url === '' ? (
        handle.charAt(0).toUpperCase()
      ) : (
        <img
          src={address}
          alt=""
          width={sizePx}
          height={sizePx}
          referrerpolicy="no-referrer"
          onError={() => setFailedUrl(address)}
        />
      )}
    </span>
  );
};
