import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pictureFile } from '../testing/fake-pictures.ts';
import {
  choose,
  last,
  open,
  openFramed,
  swapButton,
  useEmptyPage,
} from '../testing/open-studio.tsx';

useEmptyPage();
afterEach(() => vi.restoreAllMocks());

const format = () => page.getByRole('combobox', { name: 'File format' });
const background = () => page.getByLabelText('Background colour');
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the facts', () => {
  test('of the file, of its source, why, and what was removed', async () => {
    await openFramed();
    await expect.element(page.getByText(/^400 × 400 · JPEG 92\s% · /)).toBeVisible();
    await expect.element(page.getByText(/^from 1200 × 800 · PNG · /)).toBeVisible();
    await expect.element(page.getByText('JPEG suits a photo')).toBeVisible();
    await expect.element(page.getByText('Location and camera data removed')).toBeVisible();
  });
});

describe('choosing the format', () => {
  test('makes the file anew, and the swap sends that one', async () => {
    const fake = await openFramed();
    await userEvent.selectOptions(format(), 'PNG');
    await expect.element(page.getByText(/^400 × 400 · PNG · /)).toBeVisible();
    await expect.element(page.getByText('As you chose')).toBeVisible();
    expect(last(fake.log.requests).format).toBe('png');
    await swapButton().click();
    await expect.poll(() => last(fake.started).blob.type).toBe('image/png');
  });

  test('pressed before that file is ready, the swap waits for it', async () => {
    const fake = await openFramed();
    await userEvent.selectOptions(format(), 'PNG');
    swapButton()
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.poll(() => fake.started.length).toBe(1);
    expect(last(fake.started).blob.type).toBe('image/png');
  });

  test('asks for a background only where something is see-through and JPEG is wanted', async () => {
    const fake = await open({ seeThrough: true });
    await choose(await pictureFile());
    await expect.element(page.getByText('PNG keeps what is see-through')).toBeVisible();
    await expect.element(background()).not.toBeInTheDocument();
    await userEvent.selectOptions(format(), 'JPEG');
    await background().fill('#ff8800');
    await expect.poll(() => last(fake.log.requests).background).toBe('#ff8800');
    await userEvent.selectOptions(format(), 'Best');
    await expect.element(background()).not.toBeInTheDocument();
  });

  test('begins anew with each picture', async () => {
    await openFramed();
    await userEvent.selectOptions(format(), 'PNG');
    await choose(await pictureFile(500, 900));
    await expect.element(page.getByText(/^from 500 × 900/)).toBeVisible();
    await expect.element(format()).toHaveValue('auto');
  });
});

describe('choosing a larger file', () => {
  const optionNames = (): (string | null)[] =>
    [...format().element().querySelectorAll('option')].map(({ textContent }) => textContent);

  test('says what X does with it, and the swap sends it', async () => {
    const fake = await openFramed();
    await userEvent.selectOptions(format(), 'Larger');
    await expect.element(page.getByText(/^800 × 800 · JPEG/)).toBeVisible();
    await expect.element(page.getByText(/^Seen when opened in full/)).toBeVisible();
    expect(last(fake.log.requests)).toMatchObject({ size: 'larger' });
    expect(last(fake.log.requests).format).toBeUndefined();
    await swapButton().click();
    await expect.poll(() => last(fake.started).facts.widthPx).toBe(800);
  });

  test('still shows it at the sizes X does', async () => {
    await openFramed();
    await userEvent.selectOptions(format(), 'Larger');
    await expect.element(page.getByText(/^800 × 800/)).toBeVisible();
    const image = page.getByAltText('As X shows it at 48 pixels').element() as HTMLImageElement;
    await expect.poll(() => image.naturalWidth).toBe(800);
    expect(image.getBoundingClientRect().width).toBe(48);
  });

  test('its size is not told before it is known', async () => {
    let writing: Promise<void> | undefined;
    await openFramed({ writing: () => writing });
    const written = Promise.withResolvers<void>();
    writing = written.promise;
    await userEvent.selectOptions(format(), 'Larger');
    await expect.element(page.getByText('Making the file…')).toBeVisible();
    written.resolve();
    await expect.element(page.getByText(/^800 × 800/)).toBeVisible();
  });

  test('is offered only where the frame holds more than X shows', async () => {
    await open();
    await choose(await pictureFile(400, 700));
    await expect.element(page.getByText(/^400 × 400 · JPEG/)).toBeVisible();
    expect(optionNames()).toEqual(['Best', 'Smaller', 'JPEG', 'PNG']);
    await choose(await pictureFile(1200, 800));
    await expect.element(page.getByText(/^from 1200 × 800/)).toBeVisible();
    expect(optionNames()).toContain('Larger');
  });

  test('chosen and then framed too closely, says that there is no more', async () => {
    await openFramed();
    await userEvent.selectOptions(format(), 'Larger');
    await expect.element(page.getByText(/^800 × 800/)).toBeVisible();
    for (let step = 0; step < 4; step += 1) await button('Zoom in').click();
    await expect.element(page.getByText(/no more pixels: sent as 400 × 400$/)).toBeVisible();
    await expect.element(format()).toHaveValue('larger');
  });

  test('begins anew with each picture', async () => {
    await openFramed();
    await userEvent.selectOptions(format(), 'Larger');
    await choose(await pictureFile(1000, 900));
    await expect.element(page.getByText(/^from 1000 × 900/)).toBeVisible();
    await expect.element(page.getByText(/^400 × 400/)).toBeVisible();
    await expect.element(format()).toHaveValue('auto');
  });
});

describe('taking the picture elsewhere, without any account', () => {
  test('saved under a good name', async () => {
    await open({ accounts: [] });
    await choose(await pictureFile(1200, 800, 'Me at sea.png'));
    await expect.element(page.getByText(/^400 × 400/)).toBeVisible();
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download, this.href.slice(0, 5));
    });
    await button('Save picture').click();
    await expect.element(page.getByText('Saved as Me at sea-avatar.jpg')).toBeVisible();
    expect(saved).toEqual(['Me at sea-avatar.jpg', 'blob:']);
  });

  test('copied as PNG, whatever its format', async () => {
    await openFramed({ accounts: [] });
    const written: ClipboardItem[] = [];
    vi.spyOn(navigator.clipboard, 'write').mockImplementation(async (items) => {
      written.push(...items);
    });
    await button('Copy picture').click();
    await expect.element(page.getByText('Copied: paste it anywhere')).toBeVisible();
    const blob = await last(written).getType('image/png');
    expect((await createImageBitmap(blob)).width).toBe(400);
  });

  test('a refused copy says what to do instead', async () => {
    await openFramed();
    vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new DOMException('no'));
    await button('Copy picture').click();
    await expect.element(page.getByText(/did not allow copying: save it instead/)).toBeVisible();
  });
});
