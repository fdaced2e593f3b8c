import { describe, expect } from 'vitest';
import type { Fault } from '../../sandbox/control.ts';
import { openProfile } from '../pages/profile-page.ts';
import { pictureFile } from '../support/pictures.ts';
import { test } from '../support/world.ts';

const match = { path: 'update_profile_image' };

const troubles: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: 'the connection is cut before X does anything', fault: { kind: 'drop-before', match } },
  { name: 'X answers with status 500', fault: { kind: 'status', status: 500, match } },
];

describe('an upload that fails is tried again by hand', () => {
  test.for(troubles)('$name', async ({ fault }, { world }) => {
    const { browser, control, handle } = world;
    await world.addAccount();
    const profile = await openProfile(browser, handle);
    const studio = await profile.pressSwap();
    await studio.choose(await pictureFile('amber', '#c08010'));
    control.addFault(fault);
    await studio.swap();
    const words = await studio.waitForAlert();
    expect(words.split('Details')[0]).not.toMatch(/undefined|null|\[object|Error:/);
    control.assertUploads(0);

    await studio.screen.press('Try again');
    await studio.waitUntilLive();
    control.assertUploads(1);
    await profile.waitUntilShown(control.world.avatarUrl(control.world.signedIn));
  });
});
