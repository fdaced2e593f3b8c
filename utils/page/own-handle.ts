import { err, ok, type Result } from '../domain/result.ts';
import { routeOf } from './routes.ts';
import { lookUp, ownerOf, type SelectorMissing } from './selectors.ts';

/** X's cookie `twid` as pages may read it: `twid=u%3D<user id>` (seen in extensions, 2025-07). */
const userIdPattern = /(?:^|;\s*)twid="?u(?:%3D|=)(\d+)/i;

// The text is large, so each script is searched once for each account.
const searched = new WeakMap<Element, Map<string, string | null>>();

const handleInState = (script: Element, userId: string): string | null => {
  const known = searched.get(script) ?? new Map<string, string | null>();
  searched.set(script, known);
  const seen = known.get(userId);
  if (seen !== undefined) return seen;
  const user = new RegExp(`"${userId}":\\{.*?"screen_name":"(\\w+)"`, 's');
  const handle = user.exec(script.textContent)?.[1] ?? null;
  known.set(userId, handle);
  return handle;
};

/**
 * The signed-in account's handle, in canonical case. Looked for in the account switcher, else in the link
 * to one's own profile, else in the narrow layout's drawer button, else in the state the page was
 * started with, under the id that the cookie names (an account switched since is not in it). No words
 * of the page are read, so its language plays no part. `cookie` is `document.cookie`. The error names the
 * first place looked at; it also stands for 'nobody is signed in'.
 */
export const ownHandle = (root: ParentNode, cookie: string): Result<string, SelectorMissing> => {
  const switcher = lookUp(root, 'accountAvatar');
  const fromSwitcher = switcher.ok ? ownerOf(switcher.value[0]) : null;
  if (fromSwitcher !== null) return ok(fromSwitcher);

  const link = lookUp(root, 'ownProfileLink');
  const route = routeOf((link.ok && link.value[0].getAttribute('href')) || '/');
  if (route.kind === 'profile') return ok(route.handle);

  const drawer = lookUp(root, 'drawerAvatar');
  const fromDrawer = drawer.ok ? ownerOf(drawer.value[0]) : null;
  if (fromDrawer !== null) return ok(fromDrawer);

  const userId = userIdPattern.exec(cookie)?.[1];
  const scripts = lookUp(root, 'startState');
  for (const script of userId !== undefined && scripts.ok ? scripts.value : []) {
    const handle = handleInState(script, userId ?? '');
    if (handle !== null) return ok(handle);
  }
  return err({ kind: 'selectorMissing', name: 'accountAvatar' });
};
