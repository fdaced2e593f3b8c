import { describe, expect, it } from 'vitest';
import { signatureFor } from './api/signature.ts';
import { authorization, codeOf, pictureForm, send } from './testing/client.ts';
import { plainImage } from './testing/images.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const verify = 'GET /1.1/account/verify_credentials.json';
const profile = 'POST /1.1/account/update_profile.json';

const sandbox = useSandbox();

describe('what gets in', () => {
  it('accepts a signed read and says what the token may do', async () => {
    const reply = await sandbox.call(verify);
    expect(reply.status).toBe(200);
    expect(reply.headers['x-access-level']).toBe('read-write');
    expect(sandbox.control.calls()).toMatchObject([
      { verified: true, account: 'ada_paints', status: 200, host: 'api.x.com' },
    ]);
  });

  it('signs over the host really called', async () => {
    const right = await sandbox.call(verify, { host: 'api.twitter.com' });
    expect(right.status).toBe(200);
    const url = 'https://api.x.com/1.1/account/verify_credentials.json';
    const wrong = await sandbox.call(verify, {
      host: 'api.twitter.com',
      sign: { url },
    });
    expect([wrong.status, codeOf(wrong)]).toEqual([401, 32]);
  });

  it.each(['API.X.COM', 'api.x.com:443'])(
    'takes %s for api.x.com, as the RFC does',
    async (host) => {
      const url = 'https://api.x.com/1.1/account/verify_credentials.json';
      const reply = await sandbox.call(verify, { host, sign: { url } });
      expect(reply.status).toBe(200);
    },
  );

  it('wants another port in the signature', async () => {
    const path = '/1.1/account/verify_credentials.json';
    const host = 'api.x.com:8443';
    const url = `https://${host}${path}`;
    expect((await sandbox.call(verify, { host, sign: { url } })).status).toBe(200);
    const without = { url: `https://api.x.com${path}` };
    expect((await sandbox.call(verify, { host, sign: without })).status).toBe(401);
  });

  it.each([
    "reserved !*'() and more ~-._",
    'a=b&c=d%20+e',
    'Grüße, 東京 🎨',
    '',
    'what? and? again?',
  ])('verifies the value %j in query and form', async (value) => {
    const pairs: [string, string][] = [['location', value]];
    const inQuery = await sandbox.call(profile, { query: pairs });
    expect(inQuery.status).toBe(200);
    const inForm = await sandbox.call(profile, { form: pairs });
    expect(inForm.status).toBe(200);
  });

  it('reads + in a query as a space, as recorded clients send it', async () => {
    const url = 'https://api.x.com/1.1/account/update_profile.json';
    const pairs: [string, string][] = [['location', 'Port Lowen']];
    const header = authorization({ method: 'POST', url, pairs, keys: sandbox.keys });
    const reply = await send(sandbox.port, `${url.slice(8)}?location=Port+Lowen`, {
      method: 'POST',
      headers: { authorization: header },
    });
    expect(reply.status).toBe(200);
    expect(reply.json()).toMatchObject({ location: 'Port Lowen' });
  });

  it('leaves multipart bodies out of the signature and takes form bodies in', async () => {
    const form = pictureForm('image', await plainImage(40, 40), { skip_status: 'true' });
    const target = 'POST /1.1/account/update_profile_image.json';
    expect((await sandbox.call(target, { multipart: form })).status).toBe(200);
    const pairs: [string, string][] = [['skip_status', 'true']];
    const signedToo = await sandbox.call(target, { multipart: form, sign: { pairs } });
    expect(codeOf(signedToo)).toBe(32);
    const unsignedForm = await sandbox.call(profile, {
      form: [['location', 'x']],
      sign: { pairs: [] },
    });
    expect(codeOf(unsignedForm)).toBe(32);
  });
});

it('agrees with the example that X prints', () => {
  // X docs, "Creating a signature", 2026; keys and signature are the page's own.
  const signature = signatureFor(
    {
      method: 'POST',
      authority: 'api.x.com',
      path: '/1.1/statuses/update.json',
      rawQuery: 'include_entities=true',
    },
    {
      kind: 'urlencoded',
      fields: [['status', 'Hello Ladies + Gentlemen, a signed OAuth request!']],
    },
    {
      oauth_consumer_key: 'xvz1evFS4wEEPTGEFPHBog',
      oauth_nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg',
      oauth_signature: '',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '1318622958',
      oauth_token: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
      oauth_version: '1.0',
    },
    {
      apiKeySecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
      tokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
    },
  );
  expect(signature).toBe('Ls93hJiZbQ3akF3HF3x1Bz8/zU4=');
});
