import type { SandboxUser, World } from '../world.ts';
import { fillerPosts, postsBySeed, type PostSeed } from './post-seeds.ts';
import type { PageData, PagePost, PageUser, PageView } from './page-data-types.ts';
import { viewOf } from './views.ts';

const hourMs = 3_600_000;

/**
 * Everything one address shows, read from the world at this moment. `?session=none` leaves the viewer
 * away, as X does for visitors without a session.
 */
export function pageDataFor(world: World, path: string, query: URLSearchParams): PageData {
  const viewer = query.get('session') === 'none' ? null : world.signedIn.handle;
  const users = world.users.filter((user) => !user.suspended);
  const view = viewOf(path, viewer, (handle) => users.some((user) => sameHandle(user, handle)));
  // X draws its edit dialog over the viewer's own profile.
  const owner = view.kind === 'editProfile' ? viewer : view.kind === 'profile' ? view.handle : null;
  const shown = owner === null ? users : users.filter((user) => sameHandle(user, owner));
  return {
    viewer,
    view: withCanonicalHandle(view, shown[0]),
    users: users.map((user) => pageUser(world, user)),
    posts: shown.flatMap((user) => postsOf(user)).toSorted((a, b) => b.atMs - a.atMs),
    suggestions: suggestionsFor(users, viewer, view),
  };
}

function sameHandle(user: SandboxUser, handle: string): boolean {
  return user.handle.toLowerCase() === handle.toLowerCase();
}

/** X keeps the address as typed and shows the handle as its owner writes it (x-dom 1.1). */
function withCanonicalHandle(view: PageView, user: SandboxUser | undefined): PageView {
  return view.kind === 'profile' && user ? { ...view, handle: user.handle } : view;
}

function pageUser(world: World, user: SandboxUser): PageUser {
  return {
    id: user.id,
    handle: user.handle,
    name: user.name,
    description: user.description,
    location: user.location,
    url: user.url,
    joinedMs: user.createdAtMs,
    followers: user.followers,
    following: user.following,
    posts: user.posts,
    verified: user.verified,
    avatar: {
      mini: world.avatarUrl(user, 'mini'),
      x96: world.avatarUrl(user, 'x96'),
      large: world.avatarUrl(user, '400x400'),
      original: world.avatarUrl(user, 'original'),
    },
    banner: world.bannerUrl(user, '1500x500') ?? null,
  };
}

function postsOf(user: SandboxUser): PagePost[] {
  const seeds: PostSeed[] = postsBySeed[user.handle] ?? fillerPosts(user.latestPost, user.handle);
  return seeds.map((seed, index) => ({
    id: `${user.id.slice(0, 12)}${100 + index}`,
    handle: user.handle,
    text: seed.text,
    atMs: Date.now() - seed.hoursAgo * hourMs,
    counts: seed.counts,
    picture: seed.picture ?? null,
    quote: seed.quote ?? null,
  }));
}

function suggestionsFor(users: SandboxUser[], viewer: string | null, view: PageView): string[] {
  const hidden = new Set([viewer, view.kind === 'profile' ? view.handle : null]);
  return users
    .map((user) => user.handle)
    .filter((handle) => !hidden.has(handle))
    .slice(4, 7);
}
