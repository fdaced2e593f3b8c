import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { runCommand } from '../../scripts/setup/run-command.ts';
import type { Report } from '../../scripts/start/report.ts';
import type { Keys } from '../pages/options-page.ts';

const script = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));

let sandbox: Sandbox;
let folder = '';

beforeAll(async () => {
  sandbox = await startSandbox({ showDelayMs: 1_000 });
  folder = await mkdtemp(join(tmpdir(), 'facelift-start-'));
});

afterAll(() => sandbox.close());

/** `npm start -- --once` against an API server of somebody else's, here a second sandbox. */
const startOnce = async (name: string, keys: Keys) => {
  const file = (ending: string): string => join(folder, `${name}${ending}`);
  await writeFile(file('.keys.json'), JSON.stringify(keys));
  const args = ['--once', '--headless', '--api-port', String(sandbox.port)];
  const files = ['--keys', file('.keys.json'), '--json', file('.json'), '--shots', file('-shots')];
  const run = await runCommand(process.execPath, [script, ...args, ...files]);
  const text = await readFile(file('.json'), 'utf8');
  return { ...run, text, report: JSON.parse(text) as Report };
};

describe('npm start -- --once', () => {
  test("swaps with a person's own keys on another API server, and reports it", async () => {
    const account = sandbox.control.addAccount({ handle: 'harbour_cat', name: 'Harbour Cat' });
    const { code, output, text, report } = await startOnce('good', account.keys);
    expect(output).toMatch(/Done: the new picture is live/);
    expect(code).toBe(0);
    expect(report).toMatchObject({
      ok: true,
      kind: 'avatar',
      browser: 'chromium',
      source: { mime: 'image/jpeg', widthPx: 3000, heightPx: 4000 },
      prepared: { widthPx: 400, heightPx: 400 },
      live: { url: sandbox.control.world.avatarUrl(account) },
    });
    expect(report.error).toBeUndefined();
    expect(report.calls.map(({ method, path, status }) => `${status} ${method} ${path}`)).toEqual([
      '200 GET /1.1/account/verify_credentials.json',
      '200 GET /1.1/users/show.json',
      '200 POST /1.1/account/update_profile_image.json',
      '200 GET /1.1/users/show.json',
    ]);
    expect(report.prepared?.bytes).toBe(sandbox.control.uploads()[0]?.bytes);
    expect(report.ms.total).toBeGreaterThan(report.ms.prepare + report.ms.confirm);
    expect(report.shots.filter((file) => !existsSync(file))).toEqual([]);
    expect(report.shots.length).toBeGreaterThan(5);
    sandbox.control.assertUploads(1, { account: 'harbour_cat' });
    for (const secret of Object.values(account.keys)) expect(text + output).not.toContain(secret);
  });

  test('ends with 1 and a reason when the keys are wrong', async () => {
    const { keys } = sandbox.control.addAccount({ handle: 'wrong_key' });
    const { code, report } = await startOnce('bad', { ...keys, apiKeySecret: 'wrong' });
    expect(code).toBe(1);
    expect(report.ok).toBe(false);
    expect(report.error).toMatch(/key|token/i);
    expect(report.calls).toMatchObject([{ status: 401 }]);
  });
});
