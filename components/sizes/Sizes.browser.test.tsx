import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { formatBytes } from '../shared/format.ts';
import { someAccount } from '../testing/fake-ports.ts';
import { avatarOf, createFakeSizes, someFile, somePerson } from '../testing/fake-sizes.ts';
import { open, studioRoot, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

type FakeGiven = Parameters<typeof createFakeSizes>[0];
type StudioGiven = Parameters<typeof open>[0];

const openSizes = async (fake: FakeGiven = {}, given: StudioGiven = {}) => {
  const sizes = createFakeSizes(fake);
  const studio = await open({ sizes: sizes.ports, ...given });
  await page.getByRole('tab', { name: 'Sizes', exact: true }).click();
  return { ...sizes, studio };
};

const field = () => page.getByLabelText('Handle or picture address');
const ask = async (text: string) => {
  await field().fill(text);
  await userEvent.keyboard('{Enter}');
};
const list = (kind: 'avatar' | 'banner') =>
  page.getByRole('list', { name: `Sizes of the ${kind}` });
const item = (name: string) => page.getByRole('listitem').filter({ hasText: name });
const status = () => page.getByRole('status').first();
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('before anything is asked', () => {
  test('it says what this is, and an example is one press away', async () => {
    const { sought } = await openSizes();
    await expect.element(page.getByText('Every size X keeps')).toBeVisible();
    await button('Show @ada_paints').click();
    await expect.element(status()).toMatchTextContent('All 18 sizes');
    expect(sought).toEqual([{ who: { handle: 'ada_paints' }, accountId: someAccount().id }]);
  });

  test('nothing typed, something else typed: the field says what it wants', async () => {
    const { fetched } = await openSizes();
    await button('Show sizes').click();
    await expect.element(page.getByRole('alert')).toMatchTextContent('Type a handle');
    await ask('https://pictures.example/open.jpg');
    await expect.element(page.getByRole('alert')).toMatchTextContent('neither a profile nor');
    await expect.element(field()).toHaveAccessibleDescription(/neither a profile nor/);
    await ask('ada paints');
    await expect.element(page.getByRole('alert')).toMatchTextContent('no handle');
    await field().fill('a');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    expect(fetched).toEqual([]);
  });
});

describe('an address', () => {
  test('needs no account, and shows every size with its pixels and weight', async () => {
    const { fetched, sought } = await openSizes({}, { accounts: [] });
    await ask('http://a0.twimg.com/profile_images/1354479643882004483/tram_normal.png');
    await expect.element(status()).toMatchTextContent('All 8 sizes');
    expect(sought).toEqual([]);
    expect(fetched).toHaveLength(8);
    expect(fetched.every((address) => address.startsWith('https://pbs.twimg.com/'))).toBe(true);
    await expect.element(page.getByText(/^Uploaded .*2021/)).toBeVisible();
    const weight = formatBytes((await someFile(73)).blob.size);
    await expect.element(item('bigger')).toMatchTextContent(`73 × 73 · PNG · ${weight}`);
    await expect.element(item('bigger')).toMatchTextContent('Documented: 73 × 73');
    await expect.element(item('x96')).toMatchTextContent('Undocumented: 96 × 96');
    await expect.element(item('original')).toMatchTextContent('640 × 640');
    await expect.element(item('original')).toMatchTextContent('Documented: as uploaded');
  });

  test('of a banner has ten; one of other pixels than its name says stands out', async () => {
    await openSizes();
    await ask('pbs.twimg.com/profile_banners/783214/1611950530/web');
    await expect.element(status()).toMatchTextContent('All 10 sizes');
    await expect.element(page.getByRole('heading', { name: 'Banner' })).toBeVisible();
    const measured = (name: string) => item(name).element().querySelector('.size__measured');
    expect(measured('1500x500')?.getAttribute('data-other')).toBe('false');
    expect(measured('600x200')?.getAttribute('data-other')).toBe('true');
    await button('Use as banner').click();
    await expect
      .element(page.getByRole('tab', { name: 'Banner', exact: true }))
      .toHaveAttribute('aria-selected', 'true');
  });

  test('pasted anywhere on the tab is asked for, and not framed', async () => {
    const { fetched } = await openSizes();
    const pasted = new DataTransfer();
    pasted.setData('text/plain', avatarOf('tram'));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }),
    );
    await expect.element(status()).toMatchTextContent('All 8 sizes');
    await expect.element(field()).toHaveValue(avatarOf('tram'));
    expect(fetched).toHaveLength(8);
  });
});

describe('a handle', () => {
  test('shows avatar and banner of the person', async () => {
    const { sought } = await openSizes();
    await ask('https://x.com/Night_Tram/photo');
    await expect.element(status()).toMatchTextContent('All 18 sizes');
    await expect.element(list('avatar')).toBeVisible();
    await expect.element(list('banner')).toBeVisible();
    await expect.element(page.getByText(/^@night_tram · uploaded .*2021/).first()).toBeVisible();
    expect(sought).toHaveLength(1);
  });

  test('without a banner, with the default picture: both are said in words', async () => {
    const pictureUrl =
      'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png';
    const person = somePerson({ pictureUrl, hasDefaultPicture: true, bannerUrl: null });
    await openSizes({ people: [person] });
    await ask('night_tram');
    await expect.element(status()).toMatchTextContent('All 8 sizes');
    await expect
      .element(page.getByText(/has no picture of their own.*default picture/))
      .toBeVisible();
    await expect.element(page.getByText('@night_tram has no banner.')).toBeVisible();
    await expect.element(list('banner')).not.toBeInTheDocument();
    await expect.element(button('Use as avatar')).not.toBeInTheDocument();
  });

  test('without an account on X leads to the settings, and asks nobody', async () => {
    const elsewhere = someAccount({ apiBase: 'https://social.example' });
    const { sought, studio } = await openSizes({}, { accounts: [elsewhere] });
    await ask('night_tram');
    await expect.element(page.getByRole('alert')).toMatchTextContent('needs an account on X');
    await button('Open settings').click();
    expect(studio.calls).toEqual(['options']);
    expect(sought).toEqual([]);
  });

  test('nobody has: the words say so, and another try is there', async () => {
    const nobody = {
      kind: 'api' as const,
      error: { kind: 'notFound' as const, status: 404, code: 50, message: 'User not found.' },
    };
    const { sought } = await openSizes({ people: [nobody, somePerson()] });
    await ask('nihgt_tram');
    await expect.element(page.getByRole('alert')).toMatchTextContent('nobody by this handle');
    await page.getByText('Details').click();
    await expect.element(page.getByRole('alert')).toMatchTextContent('User not found.');
    await button('Try again').click();
    await expect.element(status()).toMatchTextContent('All 18 sizes');
    expect(sought).toHaveLength(2);
  });
});

describe('while sizes arrive', () => {
  test('nothing moves, the progress is told, and Cancel stops the rest', async () => {
    const open = Promise.withResolvers<void>();
    const never = new Promise<void>(() => undefined);
    const hold = (address: string) => (/_(?:mini|normal)\./.test(address) ? never : open.promise);
    const { stopped } = await openSizes({ hold });
    await ask(avatarOf('tram'));
    await expect.element(status()).toMatchTextContent('0 of 8 sizes');
    const places = () =>
      [...studioRoot().querySelectorAll('.variant, .sizes__head')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height];
      });
    const before = places();
    expect(before).toHaveLength(9);
    open.resolve();
    await expect.element(status()).toMatchTextContent('6 of 8 sizes');
    await vi.waitFor(() =>
      expect([...studioRoot().querySelectorAll('img[alt$="as X sent it"]')]).toHaveLength(6),
    );
    expect(places()).toEqual(before);
    const bar = page.getByRole('progressbar');
    await expect.element(bar).toHaveAttribute('aria-valuenow', '6');
    await button('Cancel').click();
    await expect.element(status()).toMatchTextContent('Stopped after 6 of 8 sizes');
    await expect.element(bar).not.toBeInTheDocument();
    await expect.element(item('mini')).toMatchTextContent('Not fetched');
    expect(places()).toEqual(before);
    expect(stopped.length).toBeGreaterThan(0);
    await expect.element(button('Try again')).toBeVisible();
  });

  test('a later question takes the place of an earlier one', async () => {
    const first = Promise.withResolvers<void>();
    const hold = (address: string) => (address.includes('first') ? first.promise : undefined);
    await openSizes({ hold });
    await ask(avatarOf('first'));
    await expect.element(status()).toMatchTextContent('0 of 8 sizes');
    await ask(avatarOf('second'));
    await expect.element(status()).toMatchTextContent('All 8 sizes');
    first.resolve();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const link = page.getByRole('link', { name: 'Open in a tab: mini' });
    await expect
      .element(link)
      .toHaveAttribute('href', avatarOf('second').replace('normal', 'mini'));
    await expect.element(status()).toMatchTextContent('All 8 sizes');
  });

  test('what did not come is told apart, and asked for once more', async () => {
    await openSizes({
      failing: [
        ['_mini', { kind: 'unreachable' }],
        ['_x96', { kind: 'refused', status: 500 }],
      ],
    });
    await ask(avatarOf('tram'));
    await expect.element(status()).toMatchTextContent('6 of 8 sizes are there');
    await expect.element(item('mini')).toMatchTextContent('Not reached');
    await expect.element(item('x96')).toMatchTextContent('X refused it (500)');
    await button('Try again').click();
    await expect.element(status()).toMatchTextContent('6 of 8 sizes are there');
  });
});
