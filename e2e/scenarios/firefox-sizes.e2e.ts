import { expect } from 'vitest';
import { firefoxTest } from '../support/world.ts';

const test = firefoxTest();

test('in Firefox, too, a person is shown in every size', async ({ world }) => {
  const { browser, control } = world;
  await world.addAccount();
  const screen = await browser.open(browser.extensionPage('studio.html'));
  await screen.press('Sizes');
  await screen.type('Handle or picture address', '@night_tram');
  await screen.press('Show sizes');
  await screen.waitForText('status', /All 18 sizes/);
  const words = await screen.run<string[]>(
    '[...document.querySelectorAll(".size__measured")].map((one) => one.textContent)',
  );
  expect(words).toHaveLength(18);
  expect(words.slice(1, 8).map((one) => one.split(' ·')[0])).toEqual(
    [400, 200, 128, 96, 73, 48, 24].map((edgePx) => `${edgePx} × ${edgePx}`),
  );
  control.addFault({
    kind: 'status',
    status: 404,
    match: { host: 'pbs.twimg.com', path: '_mini' },
  });
  await screen.type('Handle or picture address', 'https://x.com/night_tram');
  await screen.press('Show sizes');
  await screen.waitForText('status', /still names this very picture/);
});
