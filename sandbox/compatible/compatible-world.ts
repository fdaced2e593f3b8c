import type { Clock } from '../core/clock.ts';
import type { UserSeed } from '../seeds.ts';
import { World } from '../world.ts';
import { compatibleAvatarUrl } from './compatible-addresses.ts';

const seedOf = (
  id: string,
  handle: string,
  name: string,
  extra: Partial<UserSeed> = {},
): UserSeed => ({
  id,
  handle,
  name,
  description: '',
  location: '',
  url: '',
  joined: '2014-09-01T08:00:00Z',
  followers: 21,
  following: 34,
  posts: 130,
  latestPost: 'Hello from a small server.',
  ...extra,
});

/** A server of its own: its people, apps and tokens are nobody's on X. Ids are small and count up. */
export function compatibleWorld(clock: Clock): World {
  return new World({
    server: 'compatible',
    clock,
    // Such servers show a picture as soon as they have it.
    showDelayMs: 0,
    avatarUrl: (user, variant) => compatibleAvatarUrl('social.example', user, variant),
    seeds: [
      seedOf('7', 'fern_walker', 'Fern Walker', {
        access: 'read-write',
        picture: 'png',
        description: 'Paths through wet woods.',
      }),
      seedOf('12', 'stone_bridge', 'Stone Bridge', { access: 'read' }),
      seedOf('31', 'plain_visitor', 'Plain Visitor', { picture: 'default' }),
    ],
  });
}
