import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { SandboxControl } from '../control.ts';
import { startSandbox, type Sandbox } from '../server.ts';
import type { SandboxAccount, SandboxKeys } from '../world-types.ts';
import { call, send, type CallOptions, type Reply } from './client.ts';

export interface TestSandbox {
  readonly port: number;
  readonly control: SandboxControl;
  /** The signed-in account, who may read and write. */
  readonly account: SandboxAccount;
  readonly keys: SandboxKeys;
  /** A call signed with those keys: `call('GET /1.1/users/show.json', {...})`. */
  call(target: string, options?: CallOptions): Promise<Reply>;
  /** A control over HTTP, as other processes use them: `command('POST /apps', {...})`. */
  command(target: string, value?: unknown): Promise<Reply>;
}

/** One sandbox for a test file, as new before every test. Pictures show at once unless told otherwise. */
export function useSandbox(options: { showDelayMs?: number } = {}): TestSandbox {
  let started: Sandbox | undefined;
  const running = (): Sandbox => {
    if (!started) throw new Error('The sandbox runs inside of tests only');
    return started;
  };
  beforeAll(async () => {
    started = await startSandbox({ showDelayMs: 0, ...options });
  });
  beforeEach(() => running().control.reset());
  afterAll(() => started?.close());
  return {
    get port() {
      return running().port;
    },
    get control() {
      return running().control;
    },
    get account() {
      return running().control.world.signedIn;
    },
    get keys() {
      return running().control.world.signedIn.keys;
    },
    call: (target, given) =>
      call(running().port, running().control.world.signedIn.keys, target, given),
    command: (target, value) => {
      const [method = 'GET', path = '/'] = target.split(' ');
      const body = value === undefined ? {} : { body: JSON.stringify(value) };
      return send(running().port, `sandbox.test${path}`, { method, ...body });
    },
  };
}
