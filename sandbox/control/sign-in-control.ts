import type { NewApp } from '../sign-in/app-registry.ts';
import { decide, type Decided } from '../sign-in/decide.ts';
import type { SandboxApp, SandboxToken, ServerName, World } from '../world.ts';

/** Apps, and who let them in. */
export class SignInControl {
  readonly #worlds: Record<ServerName, World>;

  constructor(worlds: Record<ServerName, World>) {
    this.#worlds = worlds;
  }

  /** A new app with keys of its own; without wishes it may read and write and has no callback address. */
  addApp(wanted: NewApp = {}, server: ServerName = 'x'): SandboxApp {
    return this.#worlds[server].apps.add(wanted);
  }

  apps(server: ServerName = 'x'): SandboxApp[] {
    return [...this.#worlds[server].apps.apps];
  }

  /**
   * Changes an app's settings. A new permission is for tokens made from now on; `callbackUrls` replaces
   * the list. The keys of an account added by hand belong to an app too, found by its `apiKey`.
   */
  changeApp(apiKey: string, change: Partial<Omit<SandboxApp, 'apiKey'>>): SandboxApp {
    for (const { apps } of this.#all()) {
      const app = apps.find(apiKey);
      if (app) return Object.assign(app, change);
    }
    throw new Error('No app has this key');
  }

  /** Every token there is or was, those of the accounts' own keys first. */
  tokens(): SandboxToken[] {
    return this.#all().flatMap(({ apps }) => apps.tokens);
  }

  /** What the page oauth/authorize does, without a browser. `account`: handle or id; signed in by default. */
  authorise(requestToken: string, choice: { account?: string; refuse?: boolean } = {}): Decided {
    for (const world of this.#all()) {
      const pending = world.requestTokens.find(requestToken);
      if (!pending) continue;
      if (!world.requestTokens.isOpen(pending, world.clock.nowMs())) break;
      const account = choice.account ? world.accountOf(choice.account) : world.signedIn;
      if (!account) throw new Error(`No sandbox account "${choice.account}"`);
      return decide(world, pending, choice.refuse ? undefined : account.id);
    }
    throw new Error('No open sign-in has this request token');
  }

  /** Takes an account's yes back, for all apps or for one: calls answer 89 from now on. */
  revoke(handleOrId: string, apiKey?: string): void {
    for (const world of this.#all()) {
      const account = world.accountOf(handleOrId);
      if (account) return world.apps.revoke(account.id, apiKey);
    }
    throw new Error(`No sandbox account "${handleOrId}"`);
  }

  #all(): World[] {
    return [this.#worlds.x, this.#worlds.compatible];
  }
}
