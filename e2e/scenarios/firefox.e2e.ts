import { describe, expect } from 'vitest';
import { samplePhoto } from '../../scripts/sample-photo.ts';
import { openProfile } from '../pages/profile-page.ts';
import { uploadedPicture } from '../support/pictures.ts';
import { firefoxTest } from '../support/world.ts';

const test = firefoxTest();

describe('in stock Firefox', () => {
  test('a photo goes from the profile button to Live', async ({ world }) => {
    const { browser, control, handle } = world;
    await world.addAccount();
    const profile = await openProfile(browser, handle);
    await profile.screen.waitForButton('Swap avatar');
    await profile.screen.mark();
    const studio = await profile.pressSwap();
    await studio.choose(await samplePhoto());
    await studio.swap();
    await studio.waitUntilLive();

    const { metadata, bytes } = await uploadedPicture(control);
    expect(metadata).toMatchObject({ width: 400, height: 400 });
    expect(metadata.exif).toBeUndefined();
    expect(bytes.length).toBeLessThan(700_000);
    await profile.screen.front();
    await profile.waitUntilShown(control.world.avatarUrl(control.world.signedIn));
    expect(await profile.screen.isMarked()).toBe(true);
    for (const call of control.calls().filter(({ host }) => host.startsWith('api.'))) {
      expect(call).toMatchObject({ verified: true, status: 200 });
    }
  });
});
