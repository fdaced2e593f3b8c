import type { PageData, PageUser, ProfileTab } from '../page-data-types.ts';
import {
  belowColumn,
  homeColumn,
  plainColumn,
  postList,
  postsNote,
  spinner,
  topBar,
} from './columns.ts';
import { div, h, mount } from './dom.ts';
import { bannerOverlay, editOverlay, photoOverlay } from './overlays.ts';
import { editButton, profileActions, profileHeader } from './profile.ts';
import { sideColumn } from './side-column.ts';
import { bottomBar, sideNav } from './side-nav.ts';
import { profileTabs } from './tabs.ts';

export type Remount = 'header' | 'actions' | 'edit';

/** The header comes late and is replaced once more later, as on X (x-dom 1.1). */
const headerDelayMs = 300;
const headerAgainMs = 1000;

/** Draws one page and draws parts of it anew. Holds what is shown; the router tells it what to show. */
export class App {
  readonly #root: Element;
  readonly #layers = h('div', { id: 'layers' });
  readonly #side = div('side-slot');
  readonly #column = h('div', { 'data-testid': 'primaryColumn', class: 'primary' });
  readonly #right = div('right-slot');
  #data: PageData;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #header = div('');
  #list = div('');
  /** Sides stay mounted between pages. */
  #sidesFor: string | null = '';

  constructor(root: Element, data: PageData) {
    this.#root = root;
    this.#data = data;
    const main = h(
      'main',
      { role: 'main', class: 'main' },
      div('columns', this.#column, this.#right),
    );
    mount(this.#root, div('shell', this.#layers, div('frame', this.#side, main)));
  }

  show(data: PageData): void {
    const before = this.#data;
    this.#data = data;
    const overlay = this.#overlay();
    mount(this.#layers, ...(overlay ? [overlay] : []));
    this.#showSides();
    // An overlay leaves the profile below untouched.
    const kept =
      before !== data && this.#header.isConnected && profileOf(before) === profileOf(data);
    if (kept) {
      if (tabOf(before) !== tabOf(data)) this.#showList();
      return;
    }
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.#showColumn();
  }

  /** Replaces header nodes by new ones: all of it, its actions block, or the edit button alone. */
  rerenderHeader(what: Remount = 'header'): void {
    const user = this.#shownUser();
    if (!user || !this.#header.isConnected) return;
    const own = user.handle === this.#data.viewer;
    const actions = this.#header.querySelector('.actions');
    const edit = this.#header.querySelector('[data-testid="editProfileButton"]');
    if (what === 'actions') actions?.replaceWith(profileActions(user, own));
    else if (what === 'edit') edit?.replaceWith(editButton());
    else mount(this.#header, profileHeader(user, own, this.#data.viewer !== null));
  }

  #find = (handle: string): PageUser | undefined =>
    this.#data.users.find((user) => user.handle === handle);

  #viewer(): PageUser | undefined {
    return this.#data.viewer === null ? undefined : this.#find(this.#data.viewer);
  }

  #shownUser(): PageUser | undefined {
    const { view } = this.#data;
    if (view.kind === 'editProfile') return this.#viewer();
    return view.kind === 'profile' ? this.#find(view.handle) : undefined;
  }

  #showSides(): void {
    if (this.#sidesFor !== this.#data.viewer) {
      this.#sidesFor = this.#data.viewer;
      mount(this.#side, sideNav(this.#viewer()), ...(this.#viewer() ? [bottomBar()] : []));
    }
    mount(this.#right, sideColumn(this.#data));
  }

  #showColumn(): void {
    const { view } = this.#data;
    const viewer = this.#viewer();
    const user = this.#shownUser();
    document.title = user ? `${user.name} (@${user.handle}) / X` : 'X';
    if (user) return this.#showProfile(user);
    if (view.kind === 'home') return this.#fill(homeColumn(this.#data, this.#find));
    const below = view.kind === 'belowProfile' ? this.#find(view.handle) : undefined;
    if (below && view.kind === 'belowProfile')
      return this.#fill(belowColumn(below, view.title, viewer));
    const title = view.kind === 'plain' ? view.title : 'Nothing here';
    return this.#fill(plainColumn(title, 'The sandbox draws no more than this.', viewer));
  }

  #fill(nodes: HTMLElement[]): void {
    mount(this.#column, h('div', { 'aria-label': 'Home timeline', tabindex: '0' }, ...nodes));
  }

  #showProfile(user: PageUser): void {
    const own = user.handle === this.#data.viewer;
    this.#header = div('');
    this.#list = div('', spinner());
    this.#fill([topBar(user.name, postsNote(user), this.#viewer()), this.#header, this.#list]);
    this.#later(headerDelayMs, () => {
      mount(this.#header, profileHeader(user, own, this.#data.viewer !== null));
      this.#showList();
      this.#later(headerAgainMs, () => this.rerenderHeader());
    });
  }

  #showList(): void {
    const user = this.#shownUser();
    if (!user) return;
    const own = user.handle === this.#data.viewer;
    const tabs = profileTabs(user.handle, tabOf(this.#data), own);
    mount(this.#list, tabs, postList(this.#data, this.#find));
  }

  #later(ms: number, run: () => void): void {
    this.#timers.push(setTimeout(run, ms));
  }

  #overlay(): HTMLElement | null {
    const { view } = this.#data;
    const user = this.#shownUser();
    const close = (): void => history.back();
    if (!user) return null;
    if (view.kind === 'editProfile') return editOverlay(user, close);
    if (view.kind !== 'profile' || view.overlay === null) return null;
    return view.overlay === 'photo' ? photoOverlay(user, close) : bannerOverlay(user, close);
  }
}

/** Whose profile lies below what is shown; X's edit dialog lies over the viewer's own. */
function profileOf({ view, viewer }: PageData): string | null {
  if (view.kind === 'editProfile') return viewer;
  return view.kind === 'profile' ? view.handle : null;
}

function tabOf({ view }: PageData): ProfileTab {
  return view.kind === 'profile' ? view.tab : 'posts';
}
