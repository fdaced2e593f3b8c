import { err, ok, type Result } from '../domain/result.ts';

/** A part of X's page that could not be found under any of its known descriptions. */
export interface SelectorMissing {
  readonly kind: 'selectorMissing';
  readonly name: SelectorName;
}

interface Entry {
  readonly name: string;
  /** Best first, each with the day of the page or source in which it was last seen. Class names never: they rotate. */
  readonly candidates: readonly { readonly css: string; readonly seen: string }[];
}

/** All avatars (`[data-testid="UserAvatar-Container-<Handle>"]`, seen 2026-02-13), whosever. */
export const anyAvatar = '[data-testid^="UserAvatar-Container-"]';

/**
 * How parts of X's page are recognised. Sources: saved pages of 2025-12-07 (profile, logged out) and
 * 2026-02-13 (article, signed in), and selectors in extensions kept up to date at the day given.
 */
export const selectors = [
  { name: 'appRoot', candidates: [{ css: '#react-root', seen: '2026-02-13' }] },
  {
    name: 'primaryColumn',
    candidates: [{ css: '[data-testid="primaryColumn"]', seen: '2026-08-17' }],
  },
  {
    name: 'accountAvatar',
    candidates: [
      {
        css: `[data-testid="SideNav_AccountSwitcher_Button"] ${anyAvatar}`,
        seen: '2026-02-13',
      },
    ],
  },
  {
    name: 'ownProfileLink',
    candidates: [{ css: 'a[data-testid="AppTabBar_Profile_Link"]', seen: '2026-08-18' }],
  },
  {
    name: 'drawerAvatar',
    candidates: [
      { css: `[data-testid="DashButton_ProfileIcon_Link"] ${anyAvatar}`, seen: '2026-01-25' },
    ],
  },
  { name: 'startState', candidates: [{ css: '#react-root ~ script', seen: '2026-08-18' }] },
  {
    name: 'editProfile',
    candidates: [
      // The address is the same in every language and outlived several redesigns.
      { css: 'a[href="/settings/profile"]', seen: '2026-08-17' },
      { css: 'a[data-testid="editProfileButton"]', seen: '2026-08-17' },
      // What accounts see that never filled in their profile.
      { css: 'a[href="/i/flow/setup_profile"]', seen: '2026-05-07' },
    ],
  },
  {
    name: 'avatarSpacer',
    candidates: [
      { css: '[style*="padding-bottom: 100%"]', seen: '2026-02-13' },
      { css: '[style*="padding-bottom:100%"]', seen: '2025-12-07' },
    ],
  },
] as const satisfies readonly Entry[];

export type SelectorName = (typeof selectors)[number]['name'];

/**
 * Looks a part of the page up below `root`: every element that the first candidate with any result finds,
 * so never an empty list; `selectorMissing` where no candidate finds any.
 */
export const lookUp = (
  root: ParentNode,
  name: SelectorName,
): Result<readonly [Element, ...Element[]], SelectorMissing> => {
  for (const { css } of selectors.find((entry) => entry.name === name)?.candidates ?? []) {
    const [first, ...rest] = root.querySelectorAll(css);
    if (first) return ok([first, ...rest]);
  }
  return err({ kind: 'selectorMissing', name });
};

/** Selector for one person's avatars. Handles keep their owner's letter case in the page, so case is ignored. */
export const avatarsOf = (handle: string): string =>
  `[data-testid="UserAvatar-Container-${handle}" i]`;

/** Whose avatar a container is, in canonical case; null where X does not say (`unknown`) or it is none. */
export const ownerOf = (container: Element): string | null => {
  const id = container.getAttribute('data-testid') ?? '';
  const handle = /^UserAvatar-Container-(\w+)$/.exec(id)?.[1];
  return handle === undefined || handle === 'unknown' ? null : handle;
};
