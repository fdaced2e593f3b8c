import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { codeOf, pictureForm, send, type Reply } from './testing/client.ts';
import { imageOfBytes, pixelAt, plainImage } from './testing/images.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const bannerPath = '/1.1/account/update_profile_banner.json';

const sandbox = useSandbox();

const sendBanner = (bytes: Uint8Array, fields?: Record<string, string>) =>
  sandbox.call(`POST ${bannerPath}`, {
    multipart: pictureForm('banner', bytes, fields),
  });
const me = () => sandbox.control.accounts[0]!;
const bannerNow = (variant: 'base' | '1500x500' = 'base') =>
  send(sandbox.port, sandbox.control.world.bannerUrl(me(), variant)!.slice(8));
const refusal = (reply: Reply) => [reply.status, (reply.json() as { error?: string }).error];

describe('banners', () => {
  it.each([
    ['png', 1500, 500],
    ['jpeg', 200, 100],
    ['png', 8192, 100],
  ] as const)('takes a %s of %ix%i: 201 and an empty HTML body', async (format, width, height) => {
    const reply = await sendBanner(await plainImage(width, height, format));
    expect(reply.status).toBe(201);
    expect(reply.text).toBe('');
    expect(reply.headers['content-type']).toMatch(/^text\/html/);
    expect(reply.headers['x-rate-limit-limit']).toBe('30');
    expect((await bannerNow()).headers['content-type']).toBe(`image/${format}`);
  });

  it('names it by the second of its upload, and never two alike', async () => {
    const bytes = await plainImage(300, 100);
    await sendBanner(bytes);
    const first = sandbox.control.world.bannerUrl(me())!;
    expect(Number(first.split('/').at(-1))).toBeCloseTo(Date.now() / 1000, -1);
    await sendBanner(bytes);
    expect(sandbox.control.world.bannerUrl(me())).not.toBe(first);
  });

  it('cuts out the preferred section', async () => {
    const red = await plainImage(600, 200, 'png', '#ff0000');
    const whole = await sharp(await plainImage(1000, 800, 'png', '#0000ff'))
      .composite([{ input: red, left: 300, top: 500 }])
      .png()
      .toBuffer();
    const region = { width: '600', height: '200', offset_left: '300', offset_top: '500' };
    expect((await sendBanner(whole, region)).status).toBe(201);
    const { bytes } = await bannerNow();
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 600, height: 200 });
    for (const [x, y] of [
      [0, 0],
      [599, 199],
      [300, 100],
    ] as const) {
      expect(await pixelAt(bytes, x, y)).toEqual([255, 0, 0]);
    }
  });

  it('takes the section from the query as well', async () => {
    const query: [string, string][] = [
      ['width', '300'],
      ['height', '100'],
      ['offset_left', '0'],
      ['offset_top', '0'],
    ];
    const multipart = pictureForm('banner', await plainImage(600, 400));
    const reply = await sandbox.call(`POST ${bannerPath}`, { multipart, query });
    expect(reply.status).toBe(201);
    expect(await sharp((await bannerNow()).bytes).metadata()).toMatchObject({ width: 300 });
  });

  it('cuts any other shape to 3:1, at most 1500x500', async () => {
    await sendBanner(await plainImage(3000, 2000));
    const { bytes } = await bannerNow();
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1500, height: 500 });
  });

  it('wants all four numbers or none', async () => {
    const all = { width: '300', height: '100', offset_left: '0', offset_top: '0' };
    const bytes = await plainImage(600, 400);
    for (const name of Object.keys(all) as (keyof typeof all)[]) {
      const { [name]: _left, ...three } = all;
      const reply = await sendBanner(bytes, three);
      expect([reply.status, codeOf(reply)]).toEqual([400, 38]);
      expect(reply.text).toContain(`${name} parameter is missing`);
    }
    expect(refusal(await sendBanner(bytes, { ...all, width: 'wide' }))[1]).toMatch(/^Image valid/);
    expect(refusal(await sendBanner(bytes, { ...all, offset_left: '301' }))[1]).toMatch(
      /^Image valid/,
    );
    expect(refusal(await sendBanner(bytes, { ...all, height: '0' }))[1]).toMatch(/^Image valid/);
  });

  it.each([
    [199, 100],
    [200, 99],
    [8193, 100],
  ])('refuses %ix%i', async (widthPx, heightPx) => {
    const [status, error] = refusal(await sendBanner(await plainImage(widthPx, heightPx)));
    expect(status).toBe(400);
    expect(error).toMatch(/^Image validation failed with errors: /);
  });

  it('refuses a GIF with code 211', async () => {
    const reply = await sendBanner(await plainImage(1500, 500, 'gif'));
    expect([reply.status, codeOf(reply)]).toEqual([400, 211]);
  });

  it('refuses what is no image with an empty 400, and too much with 422', async () => {
    const noImage = await sendBanner(Buffer.from('no image'));
    expect([noImage.status, noImage.text]).toEqual([400, '']);
    const big = await sendBanner(await imageOfBytes(5_000_000));
    expect([big.status, big.text]).toEqual([422, '']);
    expect((await sendBanner(await imageOfBytes(4_999_999))).status).toBe(201);
  });

  it('misses a part under another name: code 38', async () => {
    const multipart = pictureForm('image', await plainImage(1500, 500));
    const reply = await sandbox.call(`POST ${bannerPath}`, { multipart });
    expect([reply.status, codeOf(reply)]).toEqual([400, 38]);
  });

  it('is removed at once, even when it was still on its way', async () => {
    const old = sandbox.control.world.bannerUrl(me())!;
    sandbox.control.setShowDelayMs(60);
    await sendBanner(await plainImage(1500, 500));
    const reply = await sandbox.call('POST /1.1/account/remove_profile_banner.json');
    expect([reply.status, reply.text]).toEqual([200, '']);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(sandbox.control.world.bannerUrl(me())).toBeUndefined();
    expect((await send(sandbox.port, old.slice(8))).status).toBe(404);
    const show = await sandbox.call('GET /1.1/account/verify_credentials.json');
    expect(show.json()).not.toHaveProperty('profile_banner_url');
  });
});
