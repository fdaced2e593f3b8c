import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sandboxFetch } from '../../../sandbox/fetch.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import type { SandboxAccount } from '../../../sandbox/world.ts';
import { browserApiPorts } from '../../api/browser-ports.ts';
import type { ApiPorts } from '../../api/transport.ts';
import { closeDatabase } from '../../platform/database.ts';

/** What a test about accounts works with: the sandbox over real HTTPS, a fresh database and session. */
export interface Bench {
  readonly sandbox: Sandbox;
  api(): ApiPorts;
  /** X's account of this handle, or the other server's. */
  account(handle: string): SandboxAccount;
  /** Hosts the browser was allowed to talk to, as patterns. */
  readonly granted: Set<string>;
  /** Lets time pass for the extension and the server alike. */
  skip(ms: number): void;
}

/** Gives each test of a file its bench. The fake browser knows no permissions: they are kept here. */
export const useBench = (): Bench => {
  let sandbox: Sandbox | undefined;
  let skippedMs = 0;
  const granted = new Set<string>();
  const running = (): Sandbox => {
    if (!sandbox) throw new Error('The sandbox runs inside of tests only');
    return sandbox;
  };
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox?.close());
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    fakeBrowser.reset();
    running().control.reset();
    granted.clear();
    skippedMs = 0;
    const permissions: Partial<typeof browser.permissions> = {
      contains: async ({ origins = [] }) => origins.every((origin) => granted.has(origin)),
      getAll: async () => ({ origins: [...granted] }),
      remove: async ({ origins = [] }) => origins.every((origin) => granted.delete(origin)),
    };
    Object.assign(browser, { permissions });
    vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
      manifest_version: 3,
      name: 'Facelift',
      version: '0.0.0',
    });
  });
  afterEach(() => closeDatabase());
  return {
    get sandbox() {
      return running();
    },
    granted,
    api: () => ({
      ...browserApiPorts,
      fetch: sandboxFetch(running().port),
      nowMs: () => Date.now() + skippedMs,
    }),
    account: (handle) => {
      const { world, compatible } = running().control;
      const found = world.accountOf(handle) ?? compatible.accountOf(handle);
      if (!found) throw new Error(`the sandbox has no account ${handle}`);
      return found;
    },
    skip: (ms) => {
      skippedMs += ms;
      running().control.shiftClock(ms);
    },
  };
};
