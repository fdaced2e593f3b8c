import { describe, expect } from 'vitest';
import { samplePhoto } from '../../scripts/sample-photo.ts';
import { openProfile } from '../pages/profile-page.ts';
import { uploadedPicture } from '../support/pictures.ts';
import { test, type World } from '../support/world.ts';

const apiCalls = ({ control }: World) =>
  control.calls().filter(({ host }) => host.startsWith('api.'));

describe('a 12 megapixel photo, from the profile button to Live', () => {
  test('is sent once, right, by signed calls without cookies, and shown in every open tab of X', async ({
    world,
  }) => {
    const { browser, control, handle } = world;
    await world.addAccount();
    const home = await openProfile(browser, handle, 'twitter.com');
    const timeline = await browser.open('https://x.com/home');
    const profile = await openProfile(browser, handle);
    for (const { screen } of [home, profile]) await screen.mark();
    await timeline.mark();

    const studio = await profile.pressSwap();
    await studio.choose(await samplePhoto());
    await studio.swap();
    await studio.waitUntilLive();

    const { upload, bytes, metadata } = await uploadedPicture(control);
    expect(metadata).toMatchObject({ width: 400, height: 400 });
    expect(['image/jpeg', 'image/png']).toContain(upload.mime);
    expect(bytes.length).toBeLessThan(700_000);
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();

    const url = control.world.avatarUrl(control.world.signedIn);
    for (const page of [profile, home]) await page.waitUntilShown(url);
    for (const screen of [profile.screen, home.screen, timeline]) {
      expect(await screen.isMarked()).toBe(true);
    }

    const calls = apiCalls(world);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /1.1/account/verify_credentials.json',
      'GET /1.1/users/show.json',
      'POST /1.1/account/update_profile_image.json',
      'GET /1.1/users/show.json',
    ]);
    for (const call of calls) {
      expect(call).toMatchObject({ verified: true, status: 200 });
      expect(call.cookies).toBeUndefined();
    }
  });
});
