import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sandboxFetch } from '../../sandbox/fetch.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import type { SandboxAccount } from '../../sandbox/world.ts';
import { browserApiPorts } from '../api/browser-ports.ts';
import type { ApiPorts } from '../api/transport.ts';
import { listAccounts } from '../platform/account-store.ts';
import { closeDatabase } from '../platform/database.ts';
import { readSecrets } from '../platform/secrets/account-secrets.ts';
import { addAccount } from './add-account.ts';

let sandbox: Sandbox;

const api = (): ApiPorts => ({ ...browserApiPorts, fetch: sandboxFetch(sandbox.port) });

const accountWith = (access: string): SandboxAccount => {
  const found = sandbox.control.accounts.find((account) => account.access === access);
  if (!found) throw new Error(`the sandbox has no account with ${access}`);
  return found;
};

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  sandbox.control.reset();
});

afterEach(() => closeDatabase());

test('keys that may write are stored with the account they belong to', async () => {
  const { keys, id, handle } = accountWith('read-write');
  const added = await addAccount(keys, api());
  expect(added).toMatchObject({ ok: true, value: { id, handle, access: 'read-write' } });
  expect(await listAccounts()).toHaveLength(1);
  expect(await readSecrets(id)).toEqual({ ok: true, value: keys });
  expect(sandbox.control.calls()).toHaveLength(1);
});

test('the same account again replaces its keys', async () => {
  const { keys } = accountWith('read-write');
  await addAccount(keys, api());
  await addAccount(keys, api());
  expect(await listAccounts()).toHaveLength(1);
});

describe('refused, and nothing stored', () => {
  afterEach(async () => expect(await listAccounts()).toEqual([]));

  test('read-only keys, by what X says of them', async () => {
    const { keys, handle } = accountWith('read');
    expect(await addAccount(keys, api())).toEqual({
      ok: false,
      error: { kind: 'readOnly', handle },
    });
  });

  test.each(['apiKey', 'apiKeySecret', 'accessToken', 'accessTokenSecret'] as const)(
    'a missing %s, without asking X',
    async (field) => {
      const { keys } = accountWith('read-write');
      const added = await addAccount({ ...keys, [field]: '' }, api());
      expect(added).toEqual({ ok: false, error: { kind: 'missingKey', field } });
      expect(sandbox.control.calls()).toEqual([]);
    },
  );

  test.each([
    ['apiKeySecret', 'keysRefused', 32],
    ['accessTokenSecret', 'keysRefused', 32],
    ['accessToken', 'tokenRevoked', 89],
  ] as const)('a wrong %s is %s', async (field, kind, code) => {
    const { keys } = accountWith('read-write');
    const added = await addAccount({ ...keys, [field]: 'wrong' }, api());
    expect(added).toMatchObject({ ok: false, error: { kind: 'api', error: { kind, code } } });
  });
});
