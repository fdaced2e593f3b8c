import { describe, expect, it } from 'vitest';
import { send } from '../testing/client.ts';
import { answerPage, askForToken, pairIn, pinIn } from '../testing/sign-in.ts';
import { useSandbox } from '../testing/use-sandbox.ts';
import type { NewApp } from './app-registry.ts';

const sandbox = useSandbox();
const back = 'https://abcdefghijklmnop.chromiumapp.org/?from=x';

const begin = async (wanted: NewApp = {}, callback = 'oob'): Promise<string> => {
  const app = sandbox.control.signIn.addApp({ name: 'Framed & Co', ...wanted });
  return pairIn(await askForToken(sandbox.port, app, callback)).token;
};
const open = (token: string, more = '') =>
  send(sandbox.port, `api.x.com/oauth/authorize?oauth_token=${token}${more}`);

describe('oauth/authorize', () => {
  it('names the app, what it may do, and the accounts to choose from', async () => {
    const { text, headers } = await open(await begin());
    expect(headers['content-type']).toContain('text/html');
    expect(text).toContain('Let Framed &amp; Co into your account?');
    expect(text).toContain('Change your profile');
    expect(text).toMatch(/value="ada_paints" selected/);
    for (const { handle } of sandbox.control.accounts) expect(text).toContain(`value="${handle}"`);
    const reader = await open(await begin({ permission: 'read' }), '&screen_name=quiet_reader');
    expect(reader.text).not.toContain('Change your profile');
    expect(reader.text).toMatch(/value="quiet_reader" selected/);
  });

  it('is the same page on x.com, and no fault meant for a call is used up by it', async () => {
    const token = await begin();
    sandbox.control.addFault({ kind: 'status', status: 503 });
    expect((await open(token)).status).toBe(200);
    expect((await send(sandbox.port, `x.com/oauth/authorize?oauth_token=${token}`)).status).toBe(
      200,
    );
    expect(sandbox.control.faults.list()).toHaveLength(1);
    expect(sandbox.control.calls().map(({ site }) => site)).toEqual(['api', 'sign-in', 'sign-in']);
  });

  it('shows seven digits for oob, and only once', async () => {
    const token = await begin();
    const { next } = await answerPage(sandbox.port, token);
    expect(next.status).toBe(200);
    expect(pinIn(next)).toMatch(/^\d{7}$/);
    expect((await open(token)).status).toBe(403);
  });

  it('goes back to the address with token and verifier, or with denied', async () => {
    const callbackUrls = [back];
    const token = await begin({ callbackUrls }, back);
    const { next } = await answerPage(sandbox.port, token);
    expect(next.status).toBe(302);
    const url = new URL(next.headers['location'] ?? '');
    expect(url.searchParams.get('from')).toBe('x');
    expect(url.searchParams.get('oauth_token')).toBe(token);
    expect(url.searchParams.get('oauth_verifier')).toMatch(/^\w{32}$/);

    const other = await begin({ callbackUrls }, back);
    const { next: refused } = await answerPage(sandbox.port, other, { cancel: true });
    expect(refused.headers['location']).toBe(`${back}&denied=${other}`);
    expect((await open(other)).status).toBe(403);
  });

  it('says so when a PIN is not wanted after all', async () => {
    const { next } = await answerPage(sandbox.port, await begin(), { cancel: true });
    expect(next.text).toContain('was not let in');
    expect(pinIn(next)).toBe('');
  });

  it('does not open for tokens that are unknown, too old, or of a suspended app', async () => {
    expect((await open('nothing')).status).toBe(403);
    const old = await begin();
    sandbox.control.shiftClock(16 * 60_000);
    expect((await open(old)).status).toBe(403);
    sandbox.control.shiftClock(-16 * 60_000);
    const app = sandbox.control.signIn.addApp();
    const { token } = pairIn(await askForToken(sandbox.port, app));
    sandbox.control.signIn.changeApp(app.apiKey, { suspended: true });
    expect((await open(token)).status).toBe(403);
  });

  it('takes no answer from anywhere but its own form', async () => {
    const token = await begin();
    const forged = { authenticity_token: 'x'.repeat(40) };
    const { next } = await answerPage(sandbox.port, token, { change: forged });
    expect(next.status).toBe(403);
    const stranger = await answerPage(sandbox.port, token, { account: 'river_notes' });
    expect(stranger.next.status).toBe(400);
    expect((await answerPage(sandbox.port, token)).next.status).toBe(200);
  });
});
