import { describe, expect, it } from 'vitest';
import { codeOf } from './testing/client.ts';
import { useSandbox } from './testing/use-sandbox.ts';

type Json = Record<string, unknown>;

const verify = 'GET /1.1/account/verify_credentials.json';

const sandbox = useSandbox();

const get = (target: string, query: Record<string, string> = {}) =>
  sandbox.call(target, { query: Object.entries(query) });

describe('account/update_profile', () => {
  const target = 'POST /1.1/account/update_profile.json';
  const update = (form: Record<string, string>) =>
    sandbox.call(target, { form: Object.entries(form) });

  it('changes what is given, at once, and only that', async () => {
    const reply = await update({ name: 'Ada M.', location: '', profile_link_color: 'a0f' });
    expect(reply.json()).toMatchObject({
      name: 'Ada M.',
      location: '',
      profile_link_color: 'AA00FF',
      screen_name: 'ada_paints',
    });
    expect((await get(verify)).json()).toMatchObject({
      name: 'Ada M.',
      description: expect.stringContaining('Watercolours'),
    });
    expect(reply.headers['x-rate-limit-limit']).toBeUndefined();
  });

  it('takes fields from the query too', async () => {
    const reply = await sandbox.call(target, { query: [['name', 'From Query']] });
    expect(reply.json()).toMatchObject({ name: 'From Query' });
  });

  it('completes a bare address and knows its own short link again', async () => {
    const expanded = (user: unknown) =>
      (user as { entities: { url?: { urls: Json[] } } }).entities.url?.urls[0]?.['expanded_url'];
    const first = (await update({ url: 'ada.example/prints' })).json() as Json;
    expect(expanded(first)).toBe('http://ada.example/prints');
    const again = (await update({ url: String(first['url']) })).json();
    expect(expanded(again)).toBe('http://ada.example/prints');
    const cleared = (await update({ url: '' })).json() as Json;
    expect([cleared['url'], expanded(cleared)]).toEqual([null, undefined]);
  });

  it.each([
    ['name', 50],
    ['location', 30],
    ['description', 160],
  ])('%s up to %i characters, emoji counted once; beyond that code 120', async (field, max) => {
    expect((await update({ [field]: '🎨'.repeat(max) })).status).toBe(200);
    const reply = await update({ [field]: 'x'.repeat(max + 1) });
    expect([reply.status, codeOf(reply)]).toEqual([403, 120]);
    expect(reply.text).toContain(`maximum is ${max} characters`);
  });

  it('counts the http:// it adds', async () => {
    expect((await update({ url: `a.example/${'x'.repeat(83)}` })).status).toBe(200);
    expect(codeOf(await update({ url: `a.example/${'x'.repeat(84)}` }))).toBe(120);
  });

  it('changes nothing when one field is refused', async () => {
    expect(codeOf(await update({ location: 'Elsewhere', name: '' }))).toBe(120);
    expect(sandbox.control.accounts[0]?.location).toBe('Port Lowen');
    expect(codeOf(await update({ profile_link_color: 'blue' }))).toBe(120);
  });

  it('wants at least one field: code 38', async () => {
    const reply = await update({ skip_status: 'true' });
    expect([reply.status, codeOf(reply)]).toEqual([400, 38]);
  });
});
