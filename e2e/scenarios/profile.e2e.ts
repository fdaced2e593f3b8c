import { describe, expect } from 'vitest';
import { field, openProfile, save, sentForms, status } from '../support/profile-tab.ts';
import { test } from '../support/world.ts';

describe('the tab Profile', () => {
  test('reads the profile, sends the one field that changed, and says so', async ({ world }) => {
    const { control } = world;
    await world.addAccount();
    const page = await openProfile(world);
    await expect.poll(() => field(page, 'Website').inputValue()).toBe('http://ada.example/');
    expect(await field(page, 'Bio').inputValue()).toBe(
      'Watercolours of harbours. Prints at http://shop.example/ada',
    );
    await field(page, 'Location').fill('Port Lowen, north quay');
    await save(page);
    await status(page, 'Saved');
    expect(sentForms(world)).toEqual([
      { location: 'Port Lowen, north quay', include_entities: 'true', skip_status: 'true' },
    ]);
    expect(control.world.signedIn.location).toBe('Port Lowen, north quay');
  });
});
