import { describe, expect, it } from 'vitest';
import { call, send } from './testing/client.ts';
import { askForToken, pairIn, tradeToken, type AppKeys } from './testing/sign-in.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const sandbox = useSandbox();
const verify = 'GET /1.1/account/verify_credentials.json';

describe('sandbox.test, for other processes', () => {
  it('makes and changes apps, on either server', async () => {
    const made = (await sandbox.command('POST /apps', { name: 'Framed' })).json() as AppKeys;
    expect(made).toMatchObject({ name: 'Framed', permission: 'read-write', callbackUrls: [] });
    const { apiKey } = made;
    const changed = await sandbox.command('POST /apps/change', { apiKey, oobOnly: true });
    expect(changed.json()).toMatchObject({ apiKey, oobOnly: true, name: 'Framed' });
    expect((await sandbox.command('POST /apps/change', { apiKey: 'none' })).status).toBe(400);
    expect((await sandbox.command('POST /apps', made)).status).toBe(400);
    await sandbox.command('POST /apps?server=compatible', { name: 'Elsewhere' });
    expect((await sandbox.command('GET /apps?server=compatible')).text).toContain('Elsewhere');
    expect((await sandbox.command('GET /apps')).text).not.toContain('Elsewhere');
  });

  it('lets an app in and takes it back', async () => {
    const app = (await sandbox.command('POST /apps', {})).json() as AppKeys;
    const pair = pairIn(await askForToken(sandbox.port, app));
    const choice = { requestToken: pair.token, account: 'studio_nine' };
    const decided = (await sandbox.command('POST /authorise', choice)).json() as { pin: string };
    expect((await sandbox.command('POST /authorise', choice)).status).toBe(400);
    const reply = await tradeToken(sandbox.port, app, pair, decided.pin);
    expect(reply.text).toContain('screen_name=studio_nine');
    expect((await sandbox.command('GET /tokens')).text).toContain(pairIn(reply).token);
    await sandbox.command('POST /revoke', { account: 'studio_nine', apiKey: app.apiKey });
    const { keys } = sandbox.control.world.accountOf('studio_nine')!;
    expect((await call(sandbox.port, keys, verify)).status).toBe(200);
  });

  it('sets delays and limits', async () => {
    await sandbox.command('POST /settings', {
      showDelays: { ada_paints: 'never' },
      rateLimits: { '/1.1/account/verify_credentials.json': 1 },
      dayLimits: { '/1.1/account/verify_credentials.json': { user: 9 } },
    });
    expect(sandbox.control.world.showDelayOf(sandbox.account.id)).toBe('never');
    expect((await sandbox.call(verify)).headers).toMatchObject({
      'x-rate-limit-limit': '1',
      'x-user-limit-24hour-remaining': '8',
    });
    expect((await sandbox.command('POST /show-now', { account: 'ada_paints' })).status).toBe(200);
    expect((await sandbox.command('POST /show-now', { account: 'nobody' })).status).toBe(400);
  });

  it('tells what was on the wire', async () => {
    const path = '/1.1/account/update_profile_image.json';
    const body = 'with-a-secret-inside';
    await send(sandbox.port, `api.x.com${path}`, { method: 'POST', body });
    expect((await sandbox.command('GET /wire/requests')).json()).toMatchObject([
      { path, status: 400, body: Buffer.from(body).toString('base64') },
    ]);
    expect((await sandbox.command('GET /wire/sightings?text=secret-inside')).json()).toMatchObject([
      { place: 'body', request: { path } },
    ]);
    expect((await sandbox.command('GET /wire/sightings')).status).toBe(400);
    expect((await sandbox.command('GET /wire/uploads')).json()).toMatchObject([
      { accepted: false },
    ]);
    expect((await sandbox.command('GET /wire/uploads?account=ada_paints')).json()).toEqual([]);
    expect((await sandbox.command('GET /wire/overlaps')).json()).toEqual([]);
  });
});
