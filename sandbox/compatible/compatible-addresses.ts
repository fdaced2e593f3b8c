import type { AvatarVariant, SandboxUser } from '../world-types.ts';

/** Sizes in the addresses: 48 and 96 px, and the picture as it came (StatusNet and GNU social, 2014). */
export const compatibleSizes: Partial<Record<AvatarVariant, string>> = {
  normal: '48',
  x96: '96',
  original: 'original',
};

const extensionByMime = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif' };

/** `https://social.example/avatar/7-48-<time>-<token>.png`: on the server's own host, whatever its port. */
export function compatibleAvatarUrl(
  authority: string,
  { id, picture }: SandboxUser,
  variant: AvatarVariant = 'normal',
): string {
  const size = compatibleSizes[variant] ?? '96';
  if (!picture) return `https://${authority}/theme/default-avatar-${size}.png`;
  const name = picture.key.replace('/', '-');
  return `https://${authority}/avatar/${id}-${size}-${name}.${extensionByMime[picture.mime]}`;
}
