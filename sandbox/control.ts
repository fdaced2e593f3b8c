import type { Api } from './api/api.ts';
import { CallLog, formatCall, type CallRecord } from './core/call-log.ts';
import { FaultQueue, type Fault } from './core/faults.ts';
import type { UserSeed } from './seeds.ts';
import type { AccessLevel, PictureKind, SandboxAccount, UploadRecord, World } from './world.ts';

export type { CallRecord, Fault };

export interface NewAccount {
  handle?: string;
  name?: string;
  access?: AccessLevel;
  picture?: UserSeed['picture'];
  banner?: boolean;
}

/** The strings behind the scene: what tests see and set. */
export class SandboxControl {
  readonly world: World;
  readonly log = new CallLog();
  readonly faults = new FaultQueue();
  readonly #api: Api;
  #added = 0;

  constructor(world: World, api: Api) {
    this.world = world;
    this.#api = api;
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
    const account = this.world.accountOf(user.id);
    if (!account) throw new Error('A user with access is an account');
    return account;
  }

  /** Every request so far, oldest first; those to the control host are not among them. */
  calls(): CallRecord[] {
    return this.log.all();
  }

  /** Pictures that were accepted, oldest first. */
  uploads(): UploadRecord[] {
    return [...this.world.uploads];
  }

  /** Throws, with the log as its reason, when the number of accepted uploads is another. */
  assertUploads(expected: number, which: { kind?: PictureKind; account?: string } = {}): void {
    const accountId = which.account && this.world.accountOf(which.account)?.id;
    const found = this.world.uploads.filter(
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

  setGoneStatus(status: 404 | 403): void {
    this.world.goneStatus = status;
  }

  /** Adds to the server's clock: past a rate window, or so far that signatures are out of bounds. */
  shiftClock(ms: number): void {
    this.world.clock.shift(ms);
  }

  revoke(accountId: string): void {
    const account = this.world.accountOf(accountId);
    if (!account) throw new Error(`No sandbox account "${accountId}"`);
    account.revoked = true;
  }

  /** Everything as it was at the start; the account list is new. */
  reset(): void {
    this.world.reset();
    this.#api.reset();
    this.faults.clear();
    this.log.clear();
    this.#added = 0;
  }
}
