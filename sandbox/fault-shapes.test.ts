import { describe, expect, it } from 'vitest';
import { errorTable, type ErrorCode } from './api/errors.ts';
import { mediaRefusals, type MediaRefusal } from './api/refusals.ts';
import type { Fault } from './control.ts';
import { call, codeOf, pictureForm, type Reply } from './testing/client.ts';
import { plainImage } from './testing/images.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const sandbox = useSandbox();
const verify = 'GET /1.1/account/verify_credentials.json';
const upload = 'POST /1.1/account/update_profile_image.json';

const hit = (fault: Fault): Promise<Reply> => {
  sandbox.control.addFault(fault);
  return sandbox.call(verify);
};

describe('status faults', () => {
  it.each(Object.entries(errorTable))('code %s comes with its own status', async (code, known) => {
    const reply = await hit({ kind: 'status', code: Number(code) });
    expect([reply.status, codeOf(reply)]).toEqual([known[0], Number(code)]);
    expect(reply.text).toContain('"message":');
    const challenge = reply.headers['www-authenticate'] ?? '';
    expect(challenge.includes(`api_error_code=${code}`)).toBe(known[0] === 401);
  });

  it.each<[number, ErrorCode]>([
    [410, 251],
    [420, 88],
  ])('status %i alone has code %i', async (status, code) => {
    const reply = await hit({ kind: 'status', status });
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
  });

  it.each([413, 422, 430, 502])('status %i alone is a page', async (status) => {
    const reply = await hit({ kind: 'status', status });
    expect(reply.status).toBe(status);
    expect(reply.text).toMatch(/^<html>.+<\/html>$/);
  });

  it('a code may come with another status, and other words', async () => {
    const reply = await hit({ kind: 'status', status: 410, code: 64, message: 'Gone for good' });
    expect([reply.status, codeOf(reply)]).toEqual([410, 64]);
    expect(reply.text).toContain('Gone for good');
  });

  it('bare text and XML, as the sign-in has them', async () => {
    const text = await hit({ kind: 'status', status: 401, body: 'text', message: 'Failed it' });
    expect([text.text, text.headers['content-type']]).toEqual([
      'Failed it',
      'text/html;charset=utf-8',
    ]);
    const xml = await hit({ kind: 'status', code: 415, body: 'xml', message: 'a < b & c' });
    expect(xml.text).toContain('<error code="415">a &lt; b &amp; c</error>');
  });

  it('JSON under an HTML content type, or under none', async () => {
    const html = await hit({ kind: 'status', code: 89, contentType: 'text/html' });
    expect([html.headers['content-type'], codeOf(html)]).toEqual(['text/html', 89]);
    const none = await hit({ kind: 'status', code: 89, contentType: '' });
    expect([none.headers['content-type'], codeOf(none)]).toEqual([undefined, 89]);
  });

  it('a day’s allowance that is used up', async () => {
    const day = { who: 'user', limit: 25, resetInS: 3600 } as const;
    const { status, headers } = await hit({ kind: 'status', status: 429, day, resetInS: 60 });
    expect(status).toBe(429);
    expect(headers).toMatchObject({
      'x-user-limit-24hour-limit': '25',
      'x-user-limit-24hour-remaining': '0',
    });
    const inS = (name: string) => Number(headers[name]) - Date.now() / 1000;
    expect(Math.abs(inS('x-user-limit-24hour-reset') - 3600)).toBeLessThan(3);
    expect(Math.abs(inS('x-rate-limit-reset') - 60)).toBeLessThan(3);
    expect(Number(headers['x-rate-limit-remaining'])).toBeGreaterThan(0);
  });

  it('needs a status or a code', () => {
    expect(() => sandbox.control.addFault({ kind: 'status' })).toThrow(/status or a code/);
  });
});

describe('refused pictures', () => {
  const refused = async (as: MediaRefusal): Promise<Reply> => {
    sandbox.control.addFault({ kind: 'refuse-media', as });
    const multipart = pictureForm('image', await plainImage(40, 40));
    const reply = await sandbox.call(upload, { multipart });
    sandbox.control.assertUploads(0);
    return reply;
  };

  it.each(['unrecognized', 'dimensions', 'missing'] as const)('%s: words', async (as) => {
    const reply = await refused(as);
    expect(reply.status).toBe(400);
    expect(reply.json()).toEqual({ request: upload.slice(5), error: mediaRefusals[as].words });
  });

  it.each(['format', 'tooLarge'] as const)('%s: a code', async (as) => {
    const reply = await refused(as);
    expect([reply.status, codeOf(reply)]).toEqual([400, mediaRefusals[as].code]);
  });

  it.each([
    ['empty400', 400],
    ['empty403', 403],
    ['unusable', 422],
  ] as const)('%s: nothing but %i', async (as, status) => {
    const { text, headers, ...reply } = await refused(as);
    expect([reply.status, text, headers['content-type']]).toEqual([
      status,
      '',
      'text/html;charset=utf-8',
    ]);
  });
});

describe('when faults come', () => {
  it('lets some pass first', async () => {
    sandbox.control.addFault({ kind: 'status', status: 500, after: 2, count: 2 });
    expect(sandbox.control.faults.list()).toMatchObject([{ after: 2, count: 2 }]);
    const seen: number[] = [];
    for (let at = 0; at < 5; at += 1) seen.push((await sandbox.call(verify)).status);
    expect(seen).toEqual([200, 200, 500, 500, 200]);
  });

  it('revokes after the work, one token only', async () => {
    const match = { path: 'update_profile_image' };
    sandbox.control.addFault({ kind: 'revoke', when: 'after', match });
    const app = sandbox.control.signIn.addApp();
    const other = sandbox.control.world.apps.grant(app, sandbox.account.id, 'read-write');
    const multipart = pictureForm('image', await plainImage(40, 40));
    expect((await sandbox.call(upload, { multipart })).status).toBe(200);
    expect(codeOf(await sandbox.call(verify))).toBe(89);
    const keys = { ...other, apiKeySecret: app.apiKeySecret };
    expect((await call(sandbox.port, keys, verify)).status).toBe(200);
  });
});
