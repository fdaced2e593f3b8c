import { describe, expect, it } from 'vitest';
import { codeOf } from '../testing/client.ts';
import { askForToken, pairIn } from '../testing/sign-in.ts';
import { useSandbox } from '../testing/use-sandbox.ts';
import type { NewApp } from './app-registry.ts';

const sandbox = useSandbox();
const back = 'https://abcdefghijklmnop.chromiumapp.org/';

const addApp = (wanted: NewApp = {}) => sandbox.control.signIn.addApp(wanted);

describe('oauth/request_token', () => {
  it('answers with form pairs that call themselves HTML', async () => {
    const reply = await askForToken(sandbox.port, addApp());
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('text/html;charset=utf-8');
    const form = new URLSearchParams(reply.text);
    expect([...form.keys()]).toEqual([
      'oauth_token',
      'oauth_token_secret',
      'oauth_callback_confirmed',
    ]);
    expect(form.get('oauth_callback_confirmed')).toBe('true');
    expect(sandbox.control.calls()).toMatchObject([{ verified: true, status: 200 }]);
    expect(sandbox.control.logText()).not.toContain(pairIn(reply).secret);
  });

  it('takes the person’s own keys’ app, and the callback from the query or the form', async () => {
    expect((await askForToken(sandbox.port, sandbox.keys)).status).toBe(200);
    const pairs: [string, string][] = [['oauth_callback', 'oob']];
    for (const options of [{ query: pairs }, { form: pairs }]) {
      const reply = await askForToken(sandbox.port, sandbox.keys, '', {
        sign: { fields: {} },
        ...options,
      });
      expect(reply.status).toBe(200);
    }
  });

  it('takes an address that is on the list, to the letter', async () => {
    const app = addApp({ callbackUrls: [back] });
    expect((await askForToken(sandbox.port, app, back)).status).toBe(200);
    expect((await askForToken(sandbox.port, app, 'oob')).status).toBe(200);
    for (const wrong of [back.slice(0, -1), `${back}x`, back.replace('https', 'http')]) {
      expect((await askForToken(sandbox.port, app, wrong)).status).toBe(403);
    }
  });

  it.each([
    [415, 403, {}, back],
    [417, 401, { oobOnly: true }, back],
    [416, 401, { suspended: true }, 'oob'],
  ] as const)(
    'code %i with %i: XML, or JSON for who asks for it',
    async (code, status, app, to) => {
      const made = addApp(app);
      const xml = await askForToken(sandbox.port, made, to, { headers: { accept: '*/*' } });
      expect(xml.status).toBe(status);
      expect(xml.headers['content-type']).toContain('xml');
      expect(xml.text).toMatch(new RegExp(`<errors><error code="${code}">[^<]+</error></errors>$`));
      const headers = { accept: 'application/json' };
      const json = await askForToken(sandbox.port, made, to, { headers });
      expect([json.status, codeOf(json)]).toEqual([status, code]);
    },
  );

  it('refuses bad signatures, unknown apps and wrong clocks like any other call', async () => {
    const app = addApp();
    const forged = await askForToken(sandbox.port, { ...app, apiKeySecret: 'wrong' });
    expect([forged.status, codeOf(forged)]).toEqual([401, 32]);
    expect(forged.headers['www-authenticate']).toContain('api_error_code=32');
    expect(codeOf(await askForToken(sandbox.port, { ...app, apiKey: 'nobody' }))).toBe(32);
    const fields = { oauth_callback: 'oob' };
    const old = await askForToken(sandbox.port, app, '', { sign: { fields, timestampS: 1e9 } });
    expect(codeOf(old)).toBe(135);
    const sign = { fields, nonce: 'once', timestampS: Math.floor(Date.now() / 1000) };
    expect((await askForToken(sandbox.port, app, '', { sign })).status).toBe(200);
    expect(codeOf(await askForToken(sandbox.port, app, '', { sign }))).toBe(32);
  });

  it('wants a callback, and POST', async () => {
    const none = await askForToken(sandbox.port, addApp(), '', { sign: { fields: {} } });
    expect([none.status, codeOf(none)]).toEqual([400, 215]);
    expect((await sandbox.call('GET /oauth/request_token')).status).toBe(404);
  });
});
