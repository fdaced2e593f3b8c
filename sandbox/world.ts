import { Clock } from './core/clock.ts';
import { derivedToken, snowflakeAt } from './core/ids.ts';
import { seedAvatar, seedBanner } from './art/seed-pictures.ts';
import { avatarUrl, bannerUrl } from './images/addresses.ts';
import { PictureStore } from './images/picture-store.ts';
import { userSeeds, type UserSeed } from './seeds.ts';
import { AppRegistry } from './sign-in/app-registry.ts';
import { RequestTokens } from './sign-in/request-tokens.ts';
import type {
  AvatarVariant,
  BannerVariant,
  SandboxAccount,
  SandboxKeys,
  SandboxUser,
  ServerName,
  ShowDelay,
  UploadRecord,
} from './world-types.ts';

export type * from './world-types.ts';

export interface WorldOptions {
  showDelayMs?: number;
  server?: ServerName;
  seeds?: readonly UserSeed[];
  clock?: Clock;
  /** Where the server's pictures are; X's own addresses by default. */
  avatarUrl?: (user: SandboxUser, variant: AvatarVariant) => string;
}

/** Who exists, what their pictures are, whom they let in, and what time it is. No HTTP in here. */
export class World {
  readonly server: ServerName;
  readonly clock: Clock;
  readonly pictures = new PictureStore();
  readonly apps = new AppRegistry();
  readonly requestTokens = new RequestTokens();
  /** Everybody, accounts with keys first. */
  users: SandboxUser[] = [];
  uploads: UploadRecord[] = [];
  showDelayMs = 5000;
  /** What a replaced picture's address answers: X's docs name both. */
  goneStatus: 404 | 403 = 404;
  /** Accounts whose pictures take another time than everybody's. */
  readonly #ownDelays = new Map<string, ShowDelay>();
  readonly #options: WorldOptions;
  #signedInId = '';

  constructor(options: WorldOptions = {}) {
    this.#options = options;
    this.server = options.server ?? 'x';
    this.clock = options.clock ?? new Clock();
    this.reset();
  }

  reset(): void {
    this.clock.reset();
    this.pictures.clear();
    this.apps.clear();
    this.requestTokens.clear();
    this.#ownDelays.clear();
    this.showDelayMs = this.#options.showDelayMs ?? 5000;
    this.goneStatus = 404;
    this.uploads = [];
    this.users = [];
    for (const seed of this.#options.seeds ?? userSeeds) this.add(seed);
    this.#signedInId = this.users[0]?.id ?? '';
  }

  add(seed: UserSeed): SandboxUser {
    const user = userFrom(seed);
    this.users.push(user);
    if (isAccount(user)) {
      this.apps.addKeys(user.keys, `${user.name}’s own app`, user.id, user.access);
    }
    if (seed.picture !== 'default') {
      this.pictures.showSeed(user, 'avatar', seedAvatar(seed.handle, seed.picture ?? 'jpg'));
    }
    if (seed.banner) this.pictures.showSeed(user, 'banner', seedBanner(seed.handle));
    return user;
  }

  get accounts(): SandboxAccount[] {
    return this.users.filter(isAccount);
  }

  /** The account whose session the x.com pages show. */
  get signedIn(): SandboxAccount {
    const account = this.accounts.find((one) => one.id === this.#signedInId);
    if (!account) throw new Error('The sandbox has no signed-in account');
    return account;
  }

  signIn(handleOrId: string): SandboxAccount {
    const account = this.accountOf(handleOrId);
    if (!account) throw new Error(`No sandbox account "${handleOrId}"`);
    this.#signedInId = account.id;
    return account;
  }

  /** Handles are not case-sensitive on X. */
  userByHandle(handle: string): SandboxUser | undefined {
    const wanted = handle.replace(/^@/, '').toLowerCase();
    return this.users.find((user) => user.handle.toLowerCase() === wanted);
  }

  userById(id: string): SandboxUser | undefined {
    return this.users.find((user) => user.id === id);
  }

  accountOf(handleOrId: string): SandboxAccount | undefined {
    const user = this.userById(handleOrId) ?? this.userByHandle(handleOrId);
    return user && isAccount(user) ? user : undefined;
  }

  avatarUrl(user: SandboxUser, variant: AvatarVariant = 'normal'): string {
    return this.#options.avatarUrl?.(user, variant) ?? avatarUrl(user.picture, variant);
  }

  /** undefined when the user has no banner. */
  bannerUrl(user: SandboxUser, variant: BannerVariant = 'base'): string | undefined {
    return user.banner ? bannerUrl(user.banner, variant) : undefined;
  }

  showDelayOf(accountId: string): ShowDelay {
    return this.#ownDelays.get(accountId) ?? this.showDelayMs;
  }

  setShowDelayOf(accountId: string, delay: ShowDelay): void {
    this.#ownDelays.set(accountId, delay);
  }

  close(): void {
    this.pictures.clear();
  }
}

export function isAccount(user: SandboxUser): user is SandboxAccount {
  return 'keys' in user;
}

function userFrom(seed: UserSeed): SandboxUser | SandboxAccount {
  const createdAtMs = Date.parse(seed.joined);
  const id = seed.id ?? String(snowflakeAt(createdAtMs) + BigInt(seed.handle.length));
  const user: SandboxUser = {
    id,
    handle: seed.handle,
    formerHandles: seed.formerHandles ?? [],
    name: seed.name,
    description: seed.description,
    location: seed.location,
    url: seed.url,
    createdAtMs,
    followers: seed.followers,
    following: seed.following,
    posts: seed.posts,
    likes: seed.posts * 2 + seed.following,
    latestPost: seed.latestPost,
    linkColor: '1DA1F2',
    suspended: seed.suspended ?? false,
    verified: seed.verified ?? false,
    picture: null,
    banner: null,
  };
  if (!seed.access) return user;
  return { ...user, access: seed.access, keys: keysFor(id, seed.handle) };
}

/** Same keys on every run, so that an options page filled in by hand keeps working. */
function keysFor(id: string, handle: string): SandboxKeys {
  return {
    apiKey: derivedToken(`${handle} api key`, 25),
    apiKeySecret: derivedToken(`${handle} api key secret`, 50),
    accessToken: `${id}-${derivedToken(`${handle} access token`, 40)}`,
    accessTokenSecret: derivedToken(`${handle} access token secret`, 45),
  };
}
