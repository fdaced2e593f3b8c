import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { authorization, codeOf, pictureForm, send, type Reply } from './testing/client.ts';
import { animatedGif, imageOfBytes, noiseImage, pixelAt, plainImage } from './testing/images.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const avatarPath = '/1.1/account/update_profile_image.json';
const bannerPath = '/1.1/account/update_profile_banner.json';

const sandbox = useSandbox();

const sendAvatar = (bytes: Uint8Array, fields?: Record<string, string>) =>
  sandbox.call(`POST ${avatarPath}`, {
    multipart: pictureForm('image', bytes, fields),
  });
const me = () => sandbox.control.accounts[0]!;
const pictureNow = (variant: 'original' | '400x400' = 'original') =>
  send(sandbox.port, sandbox.control.world.avatarUrl(me(), variant).slice(8));
const form = (pairs: Record<string, string>) => ({ form: Object.entries(pairs) });
const refusal = (reply: Reply) => [reply.status, (reply.json() as { error?: string }).error];

/** The same picture with harmless bytes behind it, so that its base64 would need padding. */
const unpadded = (base64: string) => {
  const bytes = Buffer.from(base64, 'base64');
  const behind = Buffer.alloc((4 - (bytes.length % 3)) % 3);
  return Buffer.concat([bytes, behind]).toString('base64').replace(/=+$/, '');
};

describe('avatars', () => {
  it.each(['png', 'jpeg', 'gif'] as const)('takes a %s as multipart bytes', async (format) => {
    const bytes = await plainImage(400, 400, format);
    const before = sandbox.control.world.avatarUrl(me());
    const reply = await sendAvatar(bytes);
    expect(reply.status).toBe(200);
    expect(reply.headers['x-rate-limit-limit']).toBe('15');
    const after = sandbox.control.world.avatarUrl(me());
    expect(after).not.toBe(before);
    const extension = format === 'jpeg' ? 'jpg' : format;
    expect(after).toMatch(new RegExp(`/profile_images/\\d{19}/[\\w-]{8}_normal\\.${extension}$`));
    expect(sandbox.control.uploads()).toMatchObject([
      {
        accountId: me().id,
        kind: 'avatar',
        bytes: bytes.length,
        mime: `image/${format}`,
        widthPx: 400,
        heightPx: 400,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    ]);
    expect(sandbox.control.calls()[0]).toMatchObject({ uploadBytes: bytes.length, verified: true });
  });

  it('keeps the very bytes as the original', async () => {
    const bytes = await noiseImage(300, 300);
    await sendAvatar(bytes);
    const served = await pictureNow();
    expect(served.headers['content-type']).toBe('image/png');
    expect(served.bytes.equals(bytes)).toBe(true);
  });

  it('honours skip_status and include_entities among the parts', async () => {
    const reply = await sendAvatar(await plainImage(50, 50), {
      skip_status: 'true',
      include_entities: 'false',
    });
    expect(reply.json()).not.toHaveProperty('status');
    expect(reply.json()).not.toHaveProperty('entities');
  });

  it('takes a part without a file name unharmed, as other clients send it', async () => {
    const bytes = await noiseImage(20, 20);
    const body = Buffer.concat([
      Buffer.from(
        '--b0\r\nContent-Disposition: form-data; name="image"\r\n' +
          'Content-Type: application/octet-stream\r\n\r\n',
      ),
      bytes,
      Buffer.from('\r\n--b0--\r\n'),
    ]);
    const url = `https://api.x.com${avatarPath}`;
    const reply = await send(sandbox.port, url.slice(8), {
      method: 'POST',
      body,
      headers: {
        authorization: authorization({ method: 'POST', url, keys: sandbox.keys }),
        'content-type': 'multipart/form-data; boundary=b0',
      },
    });
    expect(reply.status).toBe(200);
    expect((await pictureNow()).bytes.equals(bytes)).toBe(true);
  });

  it('takes a form body in base64', async () => {
    const bytes = await noiseImage(60, 60);
    const image = bytes.toString('base64');
    expect((await sandbox.call(`POST ${avatarPath}`, form({ image }))).status).toBe(200);
    expect((await pictureNow()).bytes.equals(bytes)).toBe(true);
  });

  it.each<[string, (base64: string) => string]>([
    ['a data: address', (text) => `data:image/png;base64,${text}`],
    ['base64url', (text) => `${text.slice(0, -4)}_-_-`],
    ['spaces for +', (text) => `${text.slice(0, -4)}ab d`],
    ['nothing', () => ''],
    ['base64 without its padding', unpadded],
  ])('does not recognise %s', async (_case, change) => {
    const image = change((await plainImage(40, 40)).toString('base64'));
    const reply = await sandbox.call(`POST ${avatarPath}`, form({ image }));
    expect(refusal(reply)).toEqual([400, 'media type unrecognized.']);
    expect(reply.json()).toMatchObject({ request: avatarPath });
  });

  it('does not recognise text, WebP, SVG, a cut file, or nothing', async () => {
    const noise = await noiseImage(100, 100);
    const cases = [
      Buffer.from('this is no image at all'),
      await plainImage(100, 100, 'webp'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      noise.subarray(0, noise.length / 2),
      (await sharp(noise).jpeg().toBuffer()).subarray(0, 1500),
      Buffer.alloc(0),
    ];
    for (const bytes of cases) {
      expect(refusal(await sendAvatar(bytes))).toEqual([400, 'media type unrecognized.']);
    }
    expect(sandbox.control.uploads()).toEqual([]);
  });

  it('takes 699,999 bytes and refuses 700,000', async () => {
    expect((await sendAvatar(await imageOfBytes(699_999))).status).toBe(200);
    expect((await sendAvatar(await imageOfBytes(700_000))).status).toBe(413);
    sandbox.control.assertUploads(1, { kind: 'avatar', account: 'ada_paints' });
    expect(() => sandbox.control.assertUploads(2)).toThrow(/1 uploads accepted, expected 2/);
  });

  it('measures the decoded bytes of a base64 body', async () => {
    const image = (await imageOfBytes(699_000)).toString('base64');
    expect(image.length).toBeGreaterThan(900_000);
    expect((await sandbox.call(`POST ${avatarPath}`, form({ image }))).status).toBe(200);
  });

  it('misses the part: code 38 in a form, bare words for JSON and for nothing', async () => {
    const bytes = await plainImage(40, 40);
    const named = pictureForm('avatar', bytes);
    const wrong = await sandbox.call(`POST ${avatarPath}`, { multipart: named });
    expect([wrong.status, codeOf(wrong)]).toEqual([400, 38]);
    expect(wrong.text).toContain('image parameter is missing');
    expect(codeOf(await sandbox.call(`POST ${avatarPath}`, form({ a: 'b' })))).toBe(38);
    const none = await sandbox.call(`POST ${avatarPath}`);
    expect(refusal(none)).toEqual([400, 'image parameter is missing']);
    const inQuery = { query: [['image', bytes.toString('base64')]] as [string, string][] };
    const query = await sandbox.call(`POST ${avatarPath}`, inQuery);
    expect(refusal(query)).toEqual([400, 'image parameter is missing']);
  });

  it('refuses JSON, whose body is not signed', async () => {
    for (const [path, name] of [
      [avatarPath, 'image'],
      [bannerPath, 'banner'],
    ] as const) {
      const url = `https://api.x.com${path}`;
      const reply = await send(sandbox.port, url.slice(8), {
        method: 'POST',
        body: JSON.stringify({ [name]: 'AAAA' }),
        headers: {
          authorization: authorization({ method: 'POST', url, keys: sandbox.keys }),
          'content-type': 'application/json',
        },
      });
      expect(refusal(reply)).toEqual([400, `${name} parameter is missing`]);
    }
  });

  it('refuses a body over 8 MB with 413', async () => {
    const reply = await sendAvatar(Buffer.alloc(8_000_001));
    expect(reply.status).toBe(413);
    expect(reply.headers['content-type']).toMatch(/^text\/html/);
    expect(sandbox.control.calls()[0]?.verified).toBe(false);
  });

  it('keeps the first frame of an animation', async () => {
    const gif = await animatedGif();
    expect((await sharp(gif).metadata()).pages).toBe(2);
    await sendAvatar(gif);
    for (const variant of ['original', '400x400'] as const) {
      const { bytes, headers } = await pictureNow(variant);
      expect(headers['content-type']).toBe('image/gif');
      expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
      const [red = 0, , blue = 0] = await pixelAt(bytes, 30, 30);
      expect(red).toBeGreaterThan(200);
      expect(blue).toBeLessThan(50);
    }
  });

  it('does not turn a picture upright for its client', async () => {
    // Left half red, right half blue, marked "turn by 90 degrees".
    const half = { create: { width: 100, height: 200, channels: 3 as const, background: '#f00' } };
    const red = await sharp(half).png().toBuffer();
    const sideways = await sharp({ create: { ...half.create, width: 200, background: '#00f' } })
      .composite([{ input: red, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    await sendAvatar(sideways);
    const { bytes } = await pictureNow('400x400');
    const [left] = await pixelAt(bytes, 20, 100);
    const [right] = await pixelAt(bytes, 180, 100);
    expect([left! > 200, right! < 50]).toEqual([true, true]);
  });
});
