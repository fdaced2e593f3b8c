/** Pages with the structure of X's (x.com, seen 2025-12-07 to 2026-08-17), in our own words. For tests. */

const oldPicture = 'https://pbs.twimg.com/profile_images/1001/oldToken';

export interface AvatarOptions {
  readonly handle: string;
  readonly size?: string;
  readonly href?: string | null;
  /** False: X has withdrawn a picture that did not load. */
  readonly drawn?: boolean;
  readonly picture?: string;
}

/** An avatar in X's nest of boxes. */
export const avatarHtml = (options: AvatarOptions): string => {
  const {
    handle,
    size = '_x96',
    href = `/${handle}`,
    drawn = true,
    picture = oldPicture,
  } = options;
  const address = `${picture}${size}.jpg`;
  const image = drawn
    ? `<div style="filter: brightness(1); background-image: url(&quot;${address}&quot;);"></div><img alt="" draggable="true" src="${address}">`
    : '<div></div>';
  const box = `<div style=""><div style="padding-bottom: 100%;"></div><div class="frame"><div>${image}</div></div></div>`;
  const inner =
    href === null
      ? `<div role="presentation">${box}</div>`
      : `<a href="${href}" role="link">${box}</a>`;
  return `<div data-testid="UserAvatar-Container-${handle}"><div style="padding-bottom: 100%;"></div><div><div><div style="padding-bottom: 100%;"></div><div>${inner}</div></div></div></div>`;
};

export interface ProfileOptions {
  /** Whose profile. */
  readonly handle: string;
  /** Who is signed in, as the page writes it; null for a visitor. */
  readonly viewer: string | null;
  /** Narrow screens have neither side column nor account switcher. */
  readonly narrow?: boolean;
  readonly editHref?: string;
}

const sideHtml = (viewer: string): string => `
  <header role="banner"><nav>
    <a href="/home" data-testid="AppTabBar_Home_Link">Startseite</a>
    <a href="/${viewer}" data-testid="AppTabBar_Profile_Link">Profil</a></nav>
    <button data-testid="SideNav_AccountSwitcher_Button">${avatarHtml({ handle: viewer, href: null })}</button>
  </header>`;

const drawerHtml = (viewer: string): string =>
  `<button data-testid="DashButton_ProfileIcon_Link">${avatarHtml({ handle: viewer, href: null })}</button>`;

const pill =
  'display:inline-flex;min-height:36px;padding:0 16px;margin-bottom:12px;align-items:center';

const actionsHtml = ({
  handle,
  viewer,
  editHref = '/settings/profile',
}: ProfileOptions): string => {
  if (viewer === null) return '';
  const own = viewer.toLowerCase() === handle.toLowerCase();
  const buttons = own
    ? `<a href="${editHref}" role="link" data-testid="editProfileButton" style="${pill}"><div><span><span>Profil bearbeiten</span></span></div></a>`
    : `<button data-testid="userActions" aria-haspopup="menu" style="${pill}">…</button>
       <div data-testid="placementTracking"><div><button data-testid="1001-follow" style="${pill}">Folgen</button></div></div>`;
  return `<div class="actions" style="display:flex;flex-wrap:wrap;align-items:flex-end">${buttons}</div>`;
};

/** A profile page: header with banner, face and actions, names, and one post with a quote. */
export const profileHtml = (options: ProfileOptions): string => {
  const { handle, viewer, narrow = false } = options;
  return `<div id="react-root"><div>
  ${viewer !== null && !narrow ? sideHtml(viewer) : ''}
  <main role="main"><div data-testid="primaryColumn">${viewer !== null && narrow ? drawerHtml(viewer) : ''}
    <div aria-label="Startseite" style="width:600px">
      <a href="/${handle}/header_photo" aria-hidden="true"><div></div></a>
      <div><div class="row" style="display:flex;flex-wrap:wrap;justify-content:space-between;padding:12px 16px">
        <div class="face" style="width:25%">${avatarHtml({ handle, size: '_400x400', href: `/${handle}/photo` })}</div>
        ${actionsHtml(options)}
      </div>
      <div data-testid="UserName"><span>@${handle}</span></div></div>
      <article data-testid="tweet"><div data-testid="Tweet-User-Avatar">${avatarHtml({ handle })}</div>
        <div role="link">${avatarHtml({ handle: viewer ?? 'river_notes', size: '_mini', href: null })}</div></article>
    </div></div></main></div></div>`;
};

/** The state X starts its page with, as a script beside the app. */
export const startStateHtml = (userId: string, handle: string): string =>
  `<script>window.__INITIAL_STATE__={"settings":{"remote":{}},"entities":{"users":{"entities":{"${userId}":{"entities":{"description":{}},"id_str":"${userId}","name":"A { brace","screen_name":"${handle}"}}}},"session":{"features":{"a":1},"user_id":"${userId}"}};window.__META_DATA__={};</script>`;

/** Puts a page into the document the test runs in. Scripts put in this way are not run. */
export const putPage = (html: string): void => {
  document.body.innerHTML = html;
};
