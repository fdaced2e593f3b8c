import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { call, send } from './testing/client.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const sandbox = useSandbox({ showDelayMs: 40 });

const get = (address: string, headers: Record<string, string> = {}) =>
  send(sandbox.port, address, { headers });

describe('pictures.example', () => {
  it('is a page with all its pictures', async () => {
    const page = await get('pictures.example/');
    expect(page.headers['content-type']).toContain('text/html');
    const files = ['open', 'closed', 'hotlink', 'not-an-image', 'empty', 'slow'];
    for (const file of files) expect(page.text).toContain(`src="/${file}.jpg"`);
  });

  it('serves photos of 1200x900, one for everybody and one for itself', async () => {
    const open = await get('pictures.example/open.jpg');
    const closed = await get('pictures.example/closed.jpg');
    expect(open.headers['access-control-allow-origin']).toBe('*');
    expect(closed.headers['access-control-allow-origin']).toBeUndefined();
    for (const { bytes } of [open, closed]) {
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 900 });
      // A photo, not flat art: hardly any two pixels alike.
      expect((await sharp(bytes).stats()).entropy).toBeGreaterThan(6);
    }
    expect(open.bytes.equals(closed.bytes)).toBe(false);
  });

  it('guards one against hot linking', async () => {
    const address = 'pictures.example/hotlink.jpg';
    expect((await get(address)).status).toBe(403);
    expect((await get(address, { referer: 'https://x.com/' })).status).toBe(403);
    expect((await get(address, { referer: 'https://pictures.example.evil/' })).status).toBe(403);
    expect((await get(address, { referer: 'https://pictures.example/' })).status).toBe(200);
  });

  it('has one that is a page, one that is empty, one that is slow', async () => {
    const page = await get('pictures.example/not-an-image.jpg');
    expect(page.headers['content-type']).toBe('image/jpeg');
    expect(page.text).toContain('<!doctype html>');
    const empty = await get('pictures.example/empty.jpg');
    expect([empty.status, empty.bytes.length]).toEqual([200, 0]);
    const startedMs = performance.now();
    expect((await get('pictures.example/slow.jpg')).status).toBe(200);
    expect(performance.now() - startedMs).toBeGreaterThan(2900);
    expect((await get('pictures.example/none.jpg')).status).toBe(404);
  });
});

describe('x.com', () => {
  it('is answered by the pages', async () => {
    const page = await get('x.com/ada_paints');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
  });
});

describe('sandbox.test', () => {
  it('shows the state and the keys', async () => {
    expect((await sandbox.command('GET /state')).json()).toMatchObject({
      showDelayMs: 40,
      goneStatus: 404,
      signedIn: 'ada_paints',
      users: expect.arrayContaining([
        expect.objectContaining({ handle: 'quiet_reader', access: 'read' }),
        expect.objectContaining({ handle: 'blank_slate', access: null, banner: null }),
      ]),
    });
    const { keys } = sandbox.control.accounts[1]!;
    expect((await sandbox.command('GET /keys?account=studio_nine')).json()).toEqual(keys);
    expect((await sandbox.command('GET /keys?account=river_notes')).status).toBe(404);
  });

  it('sets what a test needs', async () => {
    const settings = { showDelayMs: 9, goneStatus: 403, signedIn: 'studio_nine' };
    expect((await sandbox.command('POST /settings', settings)).json()).toMatchObject(settings);
    expect((await sandbox.command('POST /clock', { shiftMs: 7000 })).json()).toMatchObject({
      clockShiftMs: 7000,
    });
    const reset = (await sandbox.command('POST /reset')).json();
    expect(reset).toMatchObject({ showDelayMs: 40, goneStatus: 404, signedIn: 'ada_paints' });
    expect(reset).toMatchObject({ clockShiftMs: 0 });
  });

  it('adds accounts that work, and revokes them', async () => {
    const wanted = { handle: 'fresh_one', access: 'read' };
    const made = (await sandbox.command('POST /accounts', wanted)).json() as {
      keys: (typeof sandbox.control.accounts)[0]['keys'];
    };
    const verify = 'GET /1.1/account/verify_credentials.json';
    const reply = await call(sandbox.port, made.keys, verify);
    expect(reply.json()).toMatchObject({ screen_name: 'fresh_one' });
    expect(reply.headers['x-access-level']).toBe('read');
    await sandbox.command('POST /revoke', { account: 'fresh_one' });
    expect((await call(sandbox.port, made.keys, verify)).status).toBe(401);
    expect((await sandbox.command('POST /accounts', wanted)).status).toBe(400);
  });

  it('queues faults, which never hit itself', async () => {
    const faults = [
      { kind: 'status', status: 500, count: 'always' },
      { kind: 'slow', ms: 1, count: 3 },
    ];
    expect((await sandbox.command('POST /faults', faults)).json()).toMatchObject(faults);
    expect((await sandbox.command('GET /faults')).json()).toHaveLength(2);
    expect((await get('api.x.com/1.1/users/show.json')).status).toBe(500);
    expect((await sandbox.command('GET /faults')).json()).toMatchObject([{}, { count: 2 }]);
    expect((await sandbox.command('DELETE /faults')).json()).toEqual([]);
  });

  it('tells what happened, not counting itself', async () => {
    await get('api.x.com/1.1/nothing.json');
    expect((await sandbox.command('GET /log')).json()).toMatchObject([
      { host: 'api.x.com', method: 'GET', path: '/1.1/nothing.json', status: 404, verified: false },
    ]);
    expect((await sandbox.command('GET /log.txt')).text).toMatch(
      /404 GET +api\.x\.com\/1\.1\/nothing\.json/,
    );
    expect((await sandbox.command('GET /uploads')).json()).toEqual([]);
    expect((await sandbox.command('POST /faults', undefined)).status).toBe(400);
    expect((await sandbox.command('GET /nothing')).status).toBe(404);
  });

  it('notes Origin and cookies on calls', async () => {
    await get('api.x.com/1.1/nothing.json', { origin: 'https://x.com', cookie: 'a=b' });
    expect(sandbox.control.calls()).toMatchObject([{ origin: 'https://x.com', cookies: true }]);
    expect(JSON.stringify(sandbox.control.calls())).not.toContain('a=b');
  });
});
