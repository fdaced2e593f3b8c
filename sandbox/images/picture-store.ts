import { derivedToken, newPictureToken, newSnowflake, snowflakeAt } from '../core/ids.ts';
import type { Picture, PictureKind, SandboxUser, ShowDelay } from '../world-types.ts';

type Content = Pick<Picture, 'mime' | 'bytes'>;

interface Waiting {
  user: SandboxUser;
  picture: Picture;
  dueMs: number;
  /** None: it waits to be shown by hand. */
  timer?: NodeJS.Timeout;
}

const fieldByKind = { avatar: 'picture', banner: 'banner' } as const;

/** All pictures there ever were, and the ones that wait to be shown. */
export class PictureStore {
  readonly #byKey = new Map<string, Picture>();
  #waiting: Waiting[] = [];

  find(kind: PictureKind, key: string): Picture | undefined {
    return this.#byKey.get(`${kind}:${key}`);
  }

  /** Puts a seed up at once, under a key that is the same on every run. */
  showSeed(user: SandboxUser, kind: PictureKind, content: Content): void {
    const atMs = user.createdAtMs + 86_400_000;
    const token = derivedToken(`${user.handle} ${kind}`, 8);
    const key =
      kind === 'avatar' ? `${snowflakeAt(atMs)}/${token}` : `${user.id}/${Math.floor(atMs / 1000)}`;
    this.#show(user, this.#create(user, kind, content, key));
  }

  /**
   * Takes an upload in. Until the delay has passed the user keeps the old picture and the new
   * address answers 404. Uploads come up in the order they were made, even if the delay was
   * shortened between them. With `never` it stays pending until it is shown by hand.
   */
  showLater(
    user: SandboxUser,
    kind: PictureKind,
    content: Content,
    atMs: number,
    delay: ShowDelay,
  ): Picture {
    const key =
      kind === 'avatar'
        ? `${newSnowflake(atMs)}/${newPictureToken()}`
        : this.#freeBannerKey(user, atMs);
    const picture = this.#create(user, kind, content, key);
    const before = this.#waiting.filter((one) => one.user === user && one.picture.kind === kind);
    if (delay === 'never') {
      this.#waiting.push({ user, picture, dueMs: 0 });
      return picture;
    }
    const dueMs = Math.max(Date.now() + delay, ...before.map((one) => one.dueMs));
    if (dueMs <= Date.now() && before.length === 0) {
      this.#show(user, picture);
      return picture;
    }
    const timer = setTimeout(() => this.#showUpTo(user, picture), dueMs - Date.now());
    timer.unref();
    this.#waiting.push({ user, picture, dueMs, timer });
    return picture;
  }

  /** Puts up at once what a user's uploads still wait for. */
  showNow(user: SandboxUser): void {
    for (const one of this.#waiting) {
      if (one.user === user) this.#showUpTo(user, one.picture);
    }
  }

  remove(user: SandboxUser, kind: PictureKind): void {
    for (const one of this.#waiting) {
      if (one.user !== user || one.picture.kind !== kind) continue;
      clearTimeout(one.timer);
      one.picture.state = 'gone';
    }
    this.#waiting = this.#waiting.filter((one) => one.picture.state !== 'gone');
    const shown = user[fieldByKind[kind]];
    if (shown) shown.state = 'gone';
    user[fieldByKind[kind]] = null;
  }

  clear(): void {
    for (const one of this.#waiting) clearTimeout(one.timer);
    this.#waiting = [];
    this.#byKey.clear();
  }

  /** Timers due in the same millisecond may fire in any order: the earlier uploads come up first. */
  #showUpTo(user: SandboxUser, picture: Picture): void {
    const due = this.#waiting.filter(
      (one) => one.user === user && one.picture.kind === picture.kind,
    );
    for (const one of due) {
      clearTimeout(one.timer);
      this.#waiting = this.#waiting.filter((other) => other !== one);
      this.#show(user, one.picture);
      if (one.picture === picture) return;
    }
  }

  #create(user: SandboxUser, kind: PictureKind, content: Content, key: string): Picture {
    const picture: Picture = { ...content, kind, key, ownerId: user.id, state: 'pending' };
    this.#byKey.set(`${kind}:${key}`, picture);
    return picture;
  }

  /** X names a banner by its upload second; two in one second must still differ here. */
  #freeBannerKey(user: SandboxUser, atMs: number): string {
    let second = Math.floor(atMs / 1000);
    while (this.#byKey.has(`banner:${user.id}/${second}`)) second += 1;
    return `${user.id}/${second}`;
  }

  #show(user: SandboxUser, picture: Picture): void {
    const field = fieldByKind[picture.kind];
    const old = user[field];
    if (old) old.state = 'gone';
    picture.state = 'live';
    user[field] = picture;
  }
}
