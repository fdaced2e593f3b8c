import type { Api } from './api/api.ts';
import type { DayLimit } from './api/rates.ts';
import { SignInControl } from './control/sign-in-control.ts';
import { WireControl } from './control/wire-control.ts';
import { CallLog, formatCall, type CallRecord } from './core/call-log.ts';
import { FaultQueue, type Fault } from './core/faults.ts';
import { siteByHost } from './core/hosts.ts';
import type { UserSeed } from './seeds.ts';
import type {
  AccessLevel,
  PictureKind,
  SandboxAccount,
  ServerName,
  ShowDelay,
  UploadRecord,
  World,
} from './world.ts';

export type { CallRecord, Fault };

export interface NewAccount {
  handle?: string;
  name?: string;
  access?: AccessLevel;
  picture?: UserSeed['picture'];
  banner?: boolean;
}

/** One of the two servers with an API. */
export interface ApiServer {
  world: World;
  api: Api;
}

/** The strings behind the scene: what tests see and set. */
export class SandboxControl {
  /** X. */
  readonly world: World;
  /** The server at `social.example` that only speaks X's language. */
  readonly compatible: World;
  readonly log = new CallLog();
  readonly faults = new FaultQueue();
  readonly signIn: SignInControl;
  readonly wire = new WireControl();
  readonly #servers: Record<ServerName, ApiServer>;
  #added = 0;

  constructor(servers: Record<ServerName, ApiServer>) {
    this.#servers = servers;
    this.world = servers.x.world;
    this.compatible = servers.compatible.world;
    this.signIn = new SignInControl({ x: this.world, compatible: this.compatible });
  }

  serverOf(host: string): ApiServer {
    return this.#servers[siteByHost[host] === 'compatible' ? 'compatible' : 'x'];
  }

  get accounts(): SandboxAccount[] {
    return this.world.accounts;
  }

  /** An account of its own for a test that must not meet another's rate windows. */
  addAccount(wanted: NewAccount = {}): SandboxAccount {
    this.#added += 1;
    const handle = wanted.handle ?? `guest_${this.#added}`;
    if (this.world.userByHandle(handle)) throw new Error(`@${handle} exists already`);
    const user = this.world.add({
      handle,
      name: wanted.name ?? `Guest ${this.#added}`,
      description: '',
      location: '',
      url: '',
      // A second apart, so that ids differ.
      joined: new Date(Date.UTC(2022, 0, 1) + this.#added * 1000).toISOString(),
      followers: 12,
      following: 34,
      posts: 56,
      latestPost: 'Hello.',
      access: wanted.access ?? 'read-write',
      ...(wanted.picture && { picture: wanted.picture }),
      ...(wanted.banner && { banner: true }),
    });
    return this.#account(user.id).account;
  }

  /** Every request so far, oldest first; those to the control host are not among them. */
  calls(): CallRecord[] {
    return this.log.all();
  }

  /** Pictures that were accepted, by X or by the other server, oldest first. */
  uploads(): UploadRecord[] {
    const all = [...this.world.uploads, ...this.compatible.uploads];
    return all.toSorted((one, other) => one.atMs - other.atMs);
  }

  /** Throws, with the log as its reason, when the number of accepted uploads is another. */
  assertUploads(expected: number, which: { kind?: PictureKind; account?: string } = {}): void {
    const accountId = which.account && this.#account(which.account).account.id;
    const found = this.uploads().filter(
      (one) =>
        (which.kind === undefined || one.kind === which.kind) &&
        (which.account === undefined || one.accountId === accountId),
    );
    if (found.length === expected) return;
    throw new Error(`${found.length} uploads accepted, expected ${expected}\n${this.logText()}`);
  }

  logText(): string {
    return this.calls().map(formatCall).join('\n');
  }

  addFault(fault: Fault): void {
    this.faults.add(fault);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  setShowDelayMs(delayMs: number): void {
    this.world.showDelayMs = delayMs;
  }

  /** For one account's uploads from now on; `never`: accepted, and nothing ever comes of them. */
  setShowDelayOf(handleOrId: string, delay: ShowDelay): void {
    const { world, account } = this.#account(handleOrId);
    world.setShowDelayOf(account.id, delay);
  }

  /** What an account's uploads still wait for is shown at once. */
  showNow(handleOrId: string): void {
    const { world, account } = this.#account(handleOrId);
    world.pictures.showNow(account);
  }

  setGoneStatus(status: 404 | 403): void {
    this.world.goneStatus = status;
  }

  /** Another number of calls per 15 minutes for one path of X, such as `/1.1/users/show.json`. */
  setRateLimit(path: string, limit: number): void {
    this.#servers.x.api.rates.setLimit(path, limit);
  }

  /** Allowances of 24 hours for one path of X; its answers carry their headers from now on. */
  setDayLimit(path: string, limit: DayLimit): void {
    this.#servers.x.api.rates.setDayLimit(path, limit);
  }

  /** Adds to the server's clock: past a rate window, or so far that signatures are out of bounds. */
  shiftClock(ms: number): void {
    this.world.clock.shift(ms);
  }

  revoke(handleOrId: string, apiKey?: string): void {
    this.signIn.revoke(handleOrId, apiKey);
  }

  /** Everything as it was at the start; the account list is new. */
  reset(): void {
    for (const { world, api } of Object.values(this.#servers)) {
      world.reset();
      api.reset();
    }
    this.faults.clear();
    this.log.clear();
    this.wire.journal.clear();
    this.#added = 0;
  }

  #account(handleOrId: string): { world: World; account: SandboxAccount } {
    for (const { world } of Object.values(this.#servers)) {
      const account = world.accountOf(handleOrId);
      if (account) return { world, account };
    }
    throw new Error(`No sandbox account "${handleOrId}"`);
  }
}
