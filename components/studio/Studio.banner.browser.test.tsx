import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pictureFile } from '../testing/fake-pictures.ts';
import { someAccount, someJob } from '../testing/fake-ports.ts';
import { choose, last, open, openFramed, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

const banner = 'https://pbs.twimg.com/profile_banners/12/100';
const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const swapBanner = () => page.getByRole('button', { name: 'Swap banner', exact: true });
const format = () => page.getByRole('combobox', { name: 'File format' });
const facts = (words: RegExp) => page.getByText(words);

const openBanner = async (given: Parameters<typeof open>[0] = {}) => {
  const fake = await open(given);
  await tab('Banner').click();
  await choose(await pictureFile(3000, 2000));
  await expect.element(facts(/^1500 × 500 · JPEG/)).toBeVisible();
  return fake;
};

describe('the banner tab', () => {
  test('frames 3:1, shows it where X does, and sends that', async () => {
    const fake = await openBanner();
    const { rect, kind } = last(fake.log.requests);
    expect(kind).toBe('banner');
    expect(rect.width / rect.height).toBeCloseTo(3, 5);
    await expect
      .element(page.getByRole('img', { name: /banner on your profile, on a desk/ }))
      .toBeVisible();
    await page.getByRole('radio', { name: 'Phone' }).click({ force: true });
    await expect.element(page.getByRole('img', { name: /on a phone/ })).toBeVisible();
    await swapBanner().click();
    await expect
      .element(page.getByRole('progressbar'))
      .toHaveAccessibleName('Swapping your banner');
    await expect.poll(() => fake.jobs.get()).toMatchObject([{ kind: 'banner' }]);
  });

  test('keeps what was made for each kind, and takes over a picture that is open already', async () => {
    const fake = await openFramed();
    await userEvent.keyboard('{ArrowRight}');
    await tab('Banner').click();
    await expect.element(facts(/^1500 × 500/)).toBeVisible();
    expect(fake.log.closed).toBe(0);
    await choose(await pictureFile(3000, 1000, 'wide.png'));
    await expect.element(facts(/from 3000 × 1000/)).toBeVisible();
    await tab('Avatar').click();
    await expect.element(facts(/from 1200 × 800/)).toBeVisible();
    await expect.element(facts(/^400 × 400/)).toBeVisible();
    expect(fake.log.closed).toBe(0);
    await choose(await pictureFile(900, 900, 'next.png'));
    await expect.element(facts(/from 900 × 900/)).toBeVisible();
    // The first picture is on neither desk any more.
    expect(fake.log.closed).toBe(1);
    await tab('Banner').click();
    await expect.element(facts(/from 3000 × 1000/)).toBeVisible();
  });

  test('says so where the frame holds fewer pixels than X shows', async () => {
    await open();
    await tab('Banner').click();
    await choose(await pictureFile(900, 600));
    await expect.element(facts(/Only 900 × 300 pixels/)).toBeVisible();
  });

  test('a press for one kind is not carried to the other', async () => {
    let write: () => void = () => undefined;
    let written: Promise<void> | undefined;
    const fake = await openBanner({ writing: () => written });
    written = new Promise((resolve) => (write = resolve));
    await page.getByRole('application').click();
    await userEvent.keyboard('{ArrowUp}');
    await swapBanner().click();
    await tab('Avatar').click();
    write();
    await expect.poll(() => fake.jobs.get()).toMatchObject([{ kind: 'banner' }]);
    expect(fake.started).toHaveLength(1);
  });
});

describe('letting X crop', () => {
  test('sends the whole picture with the part to cut out, and shows that part', async () => {
    const fake = await openBanner();
    await format().selectOptions('Let X crop');
    await expect.element(facts(/^X cuts out 900 × 300/)).toBeVisible();
    expect(last(fake.log.requests)).toMatchObject({ size: 'whole' });
    await swapBanner().click();
    await expect.poll(() => fake.started.length).toBe(1);
    expect(last(fake.started).region).toEqual({
      widthPx: 900,
      heightPx: 300,
      leftPx: 10,
      topPx: 20,
    });
  });

  test('is not offered for an avatar', async () => {
    await openFramed();
    const options = [...format().element().querySelectorAll('option')].map((one) => one.value);
    expect(options).toContain('png');
    expect(options).not.toContain('whole');
  });
});

describe('taking a banner away', () => {
  test('asks first, for all that have one', async () => {
    const accounts = [
      someAccount({ bannerUrl: banner }),
      someAccount({ id: '2', handle: 'bo_bakes', bannerUrl: '' }),
    ];
    const fake = await open({ accounts });
    await expect
      .element(page.getByRole('button', { name: 'Remove banner' }))
      .not.toBeInTheDocument();
    await tab('Banner').click();
    await page.getByRole('button', { name: 'Remove banner' }).click();
    await expect.element(page.getByText(/@ada_paints will have no banner/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Keep' })).toHaveFocus();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect
      .element(page.getByRole('progressbar'))
      .toHaveAccessibleName('Removing your banner');
    expect(fake.calls).toEqual([`remove banner of ${accounts[0]?.id}`]);
    fake.jobs.set([
      someJob({
        id: `off-${accounts[0]?.id}`,
        kind: 'banner',
        isRemoval: true,
        state: 'live',
        liveUrl: '',
      }),
    ]);
    await expect.element(page.getByRole('status')).toMatchTextContent('Live');
    await expect.element(page.getByText(/Your banner is removed\./)).toBeVisible();
  });

  test('is not offered to those without one', async () => {
    await open({ accounts: [someAccount({ bannerUrl: '' })] });
    await tab('Banner').click();
    await expect
      .element(page.getByRole('button', { name: 'Remove banner' }))
      .not.toBeInTheDocument();
  });
});
