import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { UnlockPorts } from '../security-ports.ts';
import { createFakeSecurity } from '../testing/fake-security.ts';
import { avatarOf, createFakeSizes, somePerson } from '../testing/fake-sizes.ts';
import { open, studioRoot, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

const openAsked = async (
  text: string,
  fake: Parameters<typeof createFakeSizes>[0] = {},
  security?: UnlockPorts,
) => {
  const sizes = createFakeSizes(fake);
  const studio = await open({ sizes: sizes.ports, ...(security && { security }) });
  await page.getByRole('tab', { name: 'Sizes', exact: true }).click();
  await page.getByLabelText('Handle or picture address').fill(text);
  await userEvent.keyboard('{Enter}');
  return { ...sizes, studio };
};

const status = () => page.getByRole('status').first();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const allThere = (words = 'All 8 sizes') => expect.element(status()).toMatchTextContent(words);
const gone = { kind: 'gone', status: 404 } as const;

describe('one size is taken away', () => {
  const written: unknown[] = [];

  beforeEach(() => {
    written.length = 0;
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
      written.push(text);
    });
    vi.spyOn(navigator.clipboard, 'write').mockImplementation(async ([one]) => {
      written.push(await one?.getType('image/png'));
    });
  });

  test('as an address, as a picture, as a file, in a tab', async () => {
    await openAsked(avatarOf('tram'));
    await allThere();
    await button('Copy address: bigger').click();
    await expect.element(status()).toMatchTextContent('Address copied');
    await button('Copy image: bigger').click();
    await expect.element(status()).toMatchTextContent('Picture copied');
    expect(written[0]).toBe(avatarOf('tram').replace('normal', 'bigger'));
    const copied = await createImageBitmap(written[1] as Blob);
    expect([copied.width, copied.height]).toEqual([73, 73]);

    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    await button('Save: bigger').click();
    expect(saved).toEqual(['tram-bigger.png']);
    const link = page.getByRole('link', { name: 'Open in a tab: bigger' });
    await expect.element(link).toHaveAttribute('target', '_blank');
    // The count comes back by itself.
    await allThere();
  });

  test('where the browser does not allow it, the words say so', async () => {
    vi.mocked(navigator.clipboard.writeText).mockRejectedValue(new Error('no'));
    await openAsked(avatarOf('tram'));
    await allThere();
    await button('Copy address: mini').click();
    await expect.element(status()).toMatchTextContent('did not allow copying');
  });

  test('by keyboard: four stops of the Tab key, arrows from size to size', async () => {
    await openAsked(avatarOf('tram'));
    await allThere();
    const reachable = () =>
      [...studioRoot().querySelectorAll('.variant [tabindex="0"]')].map((element) =>
        element.getAttribute('aria-label'),
      );
    expect(reachable()).toEqual([
      'Copy address: original',
      'Copy image: original',
      'Save: original',
      'Open in a tab: original',
    ]);
    button('Copy image: original').element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Copy image: 200x200');
    await userEvent.keyboard('{End}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Copy image: mini');
    await userEvent.keyboard('{Enter}');
    await expect.element(status()).toMatchTextContent('Picture copied');
  });

  test('as an avatar: its original is framed on the Avatar tab, and the sizes stay', async () => {
    const { fetched } = await openAsked(avatarOf('tram'));
    await allThere();
    await button('Use as avatar').click();
    await expect
      .element(page.getByRole('tab', { name: 'Avatar' }))
      .toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByText(/640 × 640/).first()).toBeVisible();
    await page.getByRole('tab', { name: 'Sizes', exact: true }).click();
    await allThere();
    expect(fetched).toHaveLength(8);
  });
});

describe('a size that is gone', () => {
  test('is marked; of an avatar only its owner’s handle can help', async () => {
    const { sought } = await openAsked(avatarOf('old'), {
      failing: [['/old', gone]],
      people: [somePerson({ pictureUrl: avatarOf('fresh') })],
    });
    await allThere('0 of 8 sizes are there');
    const mini = page.getByRole('listitem').filter({ hasText: 'mini' });
    await expect.element(mini).toMatchTextContent('Gone from X (404)');
    await expect.element(button('Save: mini')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(page.getByText(/does not say whose picture/)).toBeVisible();
    expect(sought).toEqual([]);
    await page.getByLabelText('Handle of its owner').fill('@night_tram');
    await button('Look up').click();
    await allThere();
    await expect.element(page.getByText(/This is the one shown now/)).toBeVisible();
    await expect.element(page.getByText(/@night_tram · uploaded/)).toBeVisible();
    expect(sought.map(({ who }) => who)).toEqual([{ handle: 'night_tram' }]);
  });

  test('of a banner is looked up by the id in its address', async () => {
    const old = 'https://pbs.twimg.com/profile_banners/783214/1000000000';
    const { sought } = await openAsked(old, { failing: [['1000000000', gone]] });
    await allThere('All 10 sizes');
    expect(sought.map(({ who }) => who)).toEqual([{ userId: '783214' }]);
    const link = page.getByRole('link', { name: 'Open in a tab: web', exact: true });
    await expect
      .element(link)
      .toHaveAttribute('href', 'https://pbs.twimg.com/profile_banners/783214/1611950530/web');
  });

  test('of a banner that was taken away', async () => {
    const people = [somePerson({ bannerUrl: null })];
    await openAsked('https://pbs.twimg.com/profile_banners/783214/1', {
      failing: [['/783214/1', gone]],
      people,
    });
    await expect.element(page.getByText(/no other in its place/)).toBeVisible();
  });

  test('of which X names no other: it stops there, after one look', async () => {
    const { sought, fetched } = await openAsked('@night_tram', { failing: [['_x96', gone]] });
    await expect.element(page.getByText(/still names this very picture/)).toBeVisible();
    await allThere('17 of 18 sizes are there');
    expect(sought).toHaveLength(2);
    expect(fetched).toHaveLength(18);
    await expect.element(button('Try again')).not.toBeInTheDocument();
  });

  test('of the default picture is nobody’s to repair', async () => {
    const { sought } = await openAsked(
      'https://abs.twimg.com/sticky/default_profile_images/default_profile_3_normal.png',
      { failing: [['_mini', gone]] },
    );
    await allThere('7 of 8 sizes are there');
    await expect.element(page.getByText(/one of the eggs of old/)).toBeVisible();
    expect(sought).toEqual([]);
    await expect.element(page.getByLabelText('Handle of its owner')).not.toBeInTheDocument();
  });

  test('whose owner has the default picture now shows that', async () => {
    const normal = 'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png';
    await openAsked('@night_tram', {
      failing: [['/tram', gone]],
      people: [somePerson(), somePerson({ pictureUrl: normal, hasDefaultPicture: true })],
    });
    await allThere('All 18 sizes');
    await expect.element(page.getByText(/has no picture of their own/)).toBeVisible();
  });
});

test('locked keys are unlocked on the spot, and the look-up goes on', async () => {
  const good = 'lantern copper violin moss kettle';
  const security = createFakeSecurity({ protection: 'passphrase', isLocked: true }, good);
  const people = [{ kind: 'locked' as const }, somePerson()];
  await openAsked('@night_tram', { people }, security.ports);
  await expect.element(page.getByText(/^Your keys are locked/)).toBeVisible();
  await page.getByLabelText('Passphrase', { exact: true }).fill(good);
  await userEvent.keyboard('{Enter}');
  await allThere('All 18 sizes');
});
