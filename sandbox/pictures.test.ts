import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  avatarVariantEdgePx,
  bannerVariantSizesPx,
  unlistedBannerVariantSizesPx,
  type AvatarVariant,
  type BannerVariant,
} from './images/facts.ts';
import { pictureForm, send } from './testing/client.ts';
import { pixelAt, plainImage } from './testing/images.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const sandbox = useSandbox();

const get = (url: string, method = 'GET') =>
  send(sandbox.port, url.replace('https://', ''), { method });
const upload = (bytes: Uint8Array, kind: 'image' | 'banner' = 'image') =>
  sandbox.call(`POST /1.1/account/update_profile_${kind}.json`, {
    multipart: pictureForm(kind, bytes),
  });
const sizeOf = async (bytes: Buffer) => {
  const { width, height } = await sharp(bytes).metadata();
  return [width, height];
};
const avatarUrl = (variant?: AvatarVariant) =>
  sandbox.control.world.avatarUrl(sandbox.account, variant);

const shown = async () => {
  const reply = await sandbox.call('GET /1.1/users/show.json', {
    query: [['screen_name', sandbox.account.handle]],
  });
  return (reply.json() as Record<string, string>)['profile_image_url_https'];
};

describe('avatar variants', () => {
  it.each(Object.entries(avatarVariantEdgePx) as [AvatarVariant, number][])(
    '%s is %i px, of an uploaded and of the default picture',
    async (variant, edgePx) => {
      await upload(await plainImage(640, 640, 'jpeg'));
      const reply = await get(avatarUrl(variant));
      expect(reply.status).toBe(200);
      expect(await sizeOf(reply.bytes)).toEqual([edgePx, edgePx]);
      expect(reply.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'cache-control': 'max-age=604800, must-revalidate',
        'access-control-allow-origin': '*',
      });
      const blank = sandbox.control.world.userByHandle('blank_slate')!;
      const standIn = await get(sandbox.control.world.avatarUrl(blank, variant));
      expect(standIn.headers['content-type']).toBe('image/png');
      expect(await sizeOf(standIn.bytes)).toEqual([edgePx, edgePx]);
    },
  );

  it('the original keeps its size', async () => {
    await upload(await plainImage(640, 480, 'png'));
    expect(await sizeOf((await get(avatarUrl('original'))).bytes)).toEqual([640, 480]);
  });

  it('cuts a centred square out of what was scaled to 400 px of width', async () => {
    const middle = await plainImage(200, 200, 'png', '#ff0000');
    const wide = sharp(await plainImage(800, 200, 'png', '#0000ff'));
    await upload(
      await wide
        .composite([{ input: middle, left: 300, top: 0 }])
        .png()
        .toBuffer(),
    );
    const { bytes } = await get(avatarUrl('400x400'));
    // 800x200 becomes 400x100, so a square of 100.
    expect(await sizeOf(bytes)).toEqual([100, 100]);
    expect((await pixelAt(bytes, 50, 50))[0]).toBeGreaterThan(240);
    expect((await pixelAt(bytes, 3, 50))[0]).toBeGreaterThan(200);
  });

  it('does not blow a small picture up', async () => {
    await upload(await plainImage(60, 60));
    expect(await sizeOf((await get(avatarUrl('400x400'))).bytes)).toEqual([60, 60]);
    expect(await sizeOf((await get(avatarUrl('normal'))).bytes)).toEqual([48, 48]);
  });

  it('answers HEAD without a body', async () => {
    const head = await get(avatarUrl('mini'), 'HEAD');
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100);
  });

  it('404s for another extension, an unknown variant, and what never was', async () => {
    const url = avatarUrl('400x400');
    const wrong = [
      url.replace('.jpg', '.png'),
      url.replace('.jpg', ''),
      url.replace('400x400', '500x500'),
      url.replace(/\/\d+\//, '/1/'),
      'https://pbs.twimg.com/',
      'https://abs.twimg.com/sticky/default_profile_images/default_profile_500x500.png',
    ];
    for (const address of wrong) {
      const reply = await get(address);
      expect([address, reply.status, reply.text]).toEqual([address, 404, '']);
    }
  });

  it('every seed has a picture of its own', async () => {
    const { users } = sandbox.control.world;
    const small = await Promise.all(
      users.map(async (user) => (await get(sandbox.control.world.avatarUrl(user))).bytes),
    );
    expect(new Set(small.map((bytes) => bytes.toString('base64'))).size).toBe(users.length);
  });
});

describe('banner variants', () => {
  const sizes = Object.entries({ ...bannerVariantSizesPx, ...unlistedBannerVariantSizesPx });

  it.each(sizes)('%s', async (variant, { widthPx, heightPx }) => {
    const reply = await get(
      sandbox.control.world.bannerUrl(sandbox.account, variant as BannerVariant)!,
    );
    expect(reply.status).toBe(200);
    expect(await sizeOf(reply.bytes)).toEqual([widthPx, heightPx]);
    expect(reply.headers['content-type']).toBe('image/jpeg');
    expect(reply.headers['access-control-allow-origin']).toBe('*');
  });

  it('the base, with and without a slash, and nothing else', async () => {
    const base = sandbox.control.world.bannerUrl(sandbox.account)!;
    expect((await get(base)).status).toBe(200);
    expect((await get(`${base}/`)).status).toBe(200);
    expect((await get(`${base}/1x1`)).status).toBe(404);
    expect((await get(`${base}.jpg`)).status).toBe(404);
  });
});

describe('when a new picture shows', () => {
  it('after the delay: user object and files together, the old one gone', async () => {
    sandbox.control.setShowDelayMs(2000);
    const before = avatarUrl();
    const reply = await upload(await plainImage(400, 400));
    expect(reply.json()).toMatchObject({ profile_image_url_https: before });
    const { key } = sandbox.control.uploads()[0]!;
    const next = `https://pbs.twimg.com/profile_images/${key}_normal.png`;
    expect(await shown()).toBe(before);
    expect((await get(before)).status).toBe(200);
    expect((await get(next)).status).toBe(404);
    await expect.poll(shown).toBe(next);
    expect((await get(next)).status).toBe(200);
    expect((await get(before)).status).toBe(404);
    expect((await get(before.replace('_normal', ''))).status).toBe(404);
  });

  it('in the order of the uploads, even when the delay got shorter', async () => {
    sandbox.control.setShowDelayMs(200);
    await upload(await plainImage(50, 50));
    sandbox.control.setShowDelayMs(0);
    await upload(await plainImage(60, 60));
    const [first, second] = sandbox.control.uploads();
    await expect.poll(() => avatarUrl()).toContain(second!.key);
    expect((await get(`https://pbs.twimg.com/profile_images/${first!.key}.png`)).status).toBe(404);
  });

  it('answers 403 for a replaced one when told to, 404 for one that never was', async () => {
    sandbox.control.setGoneStatus(403);
    const before = avatarUrl();
    await upload(await plainImage(50, 50));
    expect((await get(before)).status).toBe(403);
    expect((await get(before.replace(/\/\d+\//, '/1/'))).status).toBe(404);
  });

  it('by the real clock, whatever the server thinks the time is', async () => {
    sandbox.control.setShowDelayMs(5000);
    const before = avatarUrl();
    await upload(await plainImage(50, 50));
    sandbox.control.shiftClock(60_000);
    expect(avatarUrl()).toBe(before);
  });

  it('the id of a picture tells the time of its upload', async () => {
    await upload(await plainImage(50, 50));
    const id = BigInt(sandbox.control.uploads()[0]!.key.split('/')[0]!);
    expect(Math.abs(Number((id >> 22n) + 1_288_834_974_657n) - Date.now())).toBeLessThan(5000);
  });
});
