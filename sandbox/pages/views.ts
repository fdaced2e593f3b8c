import type { PageView, ProfileTab } from './page-data-types.ts';

const profileTabs = new Set(['with_replies', 'media', 'likes', 'highlights', 'articles']);
const overlays = new Set(['photo', 'header_photo']);

const plainTitles: Record<string, string> = {
  explore: 'Explore',
  notifications: 'Notifications',
  bookmarks: 'Bookmarks',
  settings: 'Settings',
  i: 'Chat',
};

const belowTitles: Record<string, string> = {
  followers: 'Followers',
  following: 'Following',
  verified_followers: 'Verified followers',
  lists: 'Lists',
  status: 'Post',
};

/** Which page an address is. `exists` tells whether there is such a user. */
export function viewOf(
  path: string,
  viewer: string | null,
  exists: (handle: string) => boolean,
): PageView {
  const [first = '', second = '', third = ''] = path.split('/').filter(Boolean);
  if (first === '' || first === 'home') return { kind: 'home' };
  if (first === 'settings' && second === 'profile' && viewer) return { kind: 'editProfile' };
  const title = plainTitles[first.toLowerCase()];
  if (title) return { kind: 'plain', title };
  if (!exists(first)) return { kind: 'missing' };
  return profileView(first, second.toLowerCase(), third);
}

function profileView(handle: string, second: string, third: string): PageView {
  if (second === '') return { kind: 'profile', handle, tab: 'posts', overlay: null };
  if (overlays.has(second) && third === '') {
    const overlay = second === 'photo' ? 'photo' : 'header_photo';
    return { kind: 'profile', handle, tab: 'posts', overlay };
  }
  if (profileTabs.has(second)) {
    return { kind: 'profile', handle, tab: second as ProfileTab, overlay: null };
  }
  const title = belowTitles[second];
  return title ? { kind: 'belowProfile', handle, title } : { kind: 'missing' };
}
