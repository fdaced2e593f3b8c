import { describe, expect } from 'vitest';
import { openProfile } from '../pages/profile-page.ts';
import { pictureFile } from '../support/pictures.ts';
import { test } from '../support/world.ts';

const match = { path: 'update_profile_image' };

describe('an upload that fails in passing', () => {
  // A line that is cut, after which nobody knows what X has, is a row of the survival matrix.
  test('goes on by itself after an answer with status 500', async ({ world }) => {
    const { browser, control, handle } = world;
    await world.addAccount();
    const profile = await openProfile(browser, handle);
    const studio = await profile.pressSwap();
    await studio.choose(await pictureFile('amber', '#c08010'));
    control.addFault({ kind: 'status', status: 500, match });
    await studio.swap();
    await studio.screen.waitForText('status', /Waiting to try again/);
    control.assertUploads(0);
    await studio.waitUntilLive();
    control.assertUploads(1);
    await profile.waitUntilShown(control.world.avatarUrl(control.world.signedIn));
  });

  test("'Try again' does not wait for X's limit to end", async ({ world }) => {
    const { browser, control, handle } = world;
    await world.addAccount();
    const studio = await (await openProfile(browser, handle)).pressSwap();
    await studio.choose(await pictureFile('amber', '#c08010'));
    control.addFault({ kind: 'status', status: 429, resetInS: 900, match });
    await studio.swap();
    await studio.screen.waitForText('status', /Waiting to try again/);
    control.assertUploads(0);
    const pressedMs = Date.now();
    await studio.screen.press('Try again');
    await studio.waitUntilLive();
    expect(Date.now() - pressedMs).toBeLessThan(60_000);
    control.assertUploads(1);
  });
});
