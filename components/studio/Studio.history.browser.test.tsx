import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createFakeHistory, manyEntries, someEntry } from '../testing/fake-history.ts';
import { pictureFile } from '../testing/fake-pictures.ts';
import { someJob } from '../testing/fake-ports.ts';
import { choose, open, studioRoot, swapButton, useEmptyPage } from '../testing/open-studio.tsx';

useEmptyPage();

type Given = Parameters<typeof createFakeHistory>[0];

const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const items = () => page.getByRole('listitem');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const more = (name: string) => button(`More for ${name}`);
const said = () => studioRoot().querySelector('.history__said')?.textContent;
const used = () => studioRoot().querySelector('.history__used')?.textContent;
const drawn = () => studioRoot().querySelectorAll('.history__thumb[data-drawn]').length;

const openHistory = async (given: Given = {}) => {
  const history = createFakeHistory(given);
  const fake = await open({ history: history.ports });
  await tab('History').click();
  return { history, fake };
};

describe('the History tab', () => {
  test('lists every picture with its date, account and kind, newest first', async () => {
    const entries = [
      someEntry({ id: 'a', name: 'Beach', isPinned: true }),
      someEntry({ id: 'b', source: 'saved', handle: 'bo_bakes', mime: 'image/png' }),
    ];
    await openHistory({ entries });
    await expect.element(items().first()).toMatchTextContent('Beach');
    await expect.element(items().first()).toMatchTextContent('@ada_paints');
    await expect.element(items().first()).toMatchTextContent('Pinned');
    await expect.element(items().nth(1)).toMatchTextContent('Earlier avatar');
    await expect.element(items().nth(1)).toMatchTextContent('Saved before a swap');
    await expect.element(items().nth(1)).toMatchTextContent('400 × 400 · PNG · 84 kB');
    expect(items().first().element().querySelector('time')?.dateTime).toBe(
      '2026-11-21T12:00:00.000Z',
    );
    await expect.element(page.getByText('2 pictures')).toBeVisible();
    await expect.poll(drawn).toBe(2);
  });

  test('says so while it is empty, and offers nothing that needs pictures', async () => {
    await openHistory();
    await expect.element(page.getByText('No pictures yet')).toBeVisible();
    await expect.element(page.getByLabelText('Import')).toBeInTheDocument();
    await expect.element(button('Export')).not.toBeInTheDocument();
    await expect.element(button('Delete all')).not.toBeInTheDocument();
  });

  test('renames, pins, and closes with Escape back to where one was', async () => {
    const { history } = await openHistory({ entries: manyEntries(3) });
    await more('Picture 1').click();
    await expect.element(page.getByLabelText('Name')).toHaveFocus();
    await userEvent.keyboard('{Control>}a{/Control}Sea side{Enter}');
    await expect.poll(() => history.entries.get()[1]?.name).toBe('Sea side');
    await more('Sea side').click();
    await button('Pin').click();
    await expect.element(button('Unpin')).toHaveAttribute('aria-pressed', 'true');
    expect(history.entries.get()[1]?.isPinned).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.element(more('Sea side')).toHaveFocus();
    await expect.element(more('Sea side')).toHaveAttribute('aria-expanded', 'false');
  });

  test('deletes one after asking, and leaves the keyboard on its neighbour', async () => {
    const { history } = await openHistory({ entries: manyEntries(3) });
    await more('Picture 1').click();
    await button('Delete Picture 1').click();
    await button('Keep').click();
    expect(history.entries.get()).toHaveLength(3);
    await button('Delete Picture 1').click();
    await button('Yes, delete').click();
    await expect
      .poll(() => history.entries.get().map(({ id }) => id))
      .toEqual(['entry-0', 'entry-2']);
    await expect.element(button('Use again: Picture 2')).toHaveFocus();
    await expect.poll(said).toBe('Deleted Picture 1.');
  });

  test('deletes all after saying how many, pinned ones too', async () => {
    const [first, ...rest] = manyEntries(3);
    const entries = first ? [{ ...first, isPinned: true }, ...rest] : [];
    const { history } = await openHistory({ entries });
    await button('Delete all').click();
    await expect.element(page.getByText(/deletes 3 pictures, 1 of them pinned/)).toBeVisible();
    await button('Yes, delete all').click();
    await expect.poll(() => history.entries.get()).toEqual([]);
    await expect.element(page.getByText('No pictures yet')).toBeVisible();
  });
});

describe('the space', () => {
  const entries = manyEntries(3).map((entry) => ({ ...entry, bytes: 40_000_000 }));
  const limit = () => page.getByLabelText('Space limit');

  test('shows what is used of it, and takes more at once', async () => {
    const { history } = await openHistory({ entries });
    await expect.poll(used).toMatch(/^3 pictures · 120 MB of/);
    await limit().selectOptions('500000000');
    await expect.poll(() => history.calls).toEqual(['limit 500000000']);
  });

  test('asks before a smaller one takes pictures away', async () => {
    const { history } = await openHistory({ entries });
    await limit().selectOptions('100000000');
    await expect.element(page.getByText('The oldest 1 picture would be deleted.')).toBeVisible();
    await button('Keep all').click();
    await expect.element(limit()).toHaveValue('200000000');
    expect(history.calls).toEqual([]);
    await limit().selectOptions('50000000');
    await button('Yes, keep less').click();
    await expect.poll(() => history.calls).toEqual(['limit 50000000']);
  });
});

describe('export and import', () => {
  test('an import tells what was taken and what not, with the reason', async () => {
    const refused = [{ file: 'a.jpg', why: 'damaged' }] as const;
    const { history } = await openHistory({
      imported: { ok: true, value: { taken: 2, known: 1, refused } },
    });
    await userEvent.upload(page.getByLabelText('Import'), new File(['12345'], 'h.zip'));
    await expect.poll(said).toBe('2 pictures imported, 1 already here, 1 not taken.');
    await page.getByText('What was not taken').click();
    await expect.element(page.getByText('a.jpg: it is damaged')).toBeVisible();
    expect(history.calls).toEqual(['import 5']);
  });

  test('a wrong file is told in an alert', async () => {
    await openHistory();
    await userEvent.upload(page.getByLabelText('Import'), new File(['12345'], 'h.zip'));
    await expect.element(page.getByRole('alert')).toMatchTextContent('no whole zip file');
    await button('Close message').click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('an export is saved', async () => {
    const { history } = await openHistory({ entries: manyEntries(1) });
    await button('Export').click();
    await expect.poll(said).toMatch(/^Exported/);
    expect(history.calls).toEqual(['export']);
  });
});

describe('using a picture again', () => {
  test('opens it in the studio, framed anew or sent as it is', async () => {
    const { history, fake } = await openHistory({ entries: manyEntries(2) });
    await button('Use again: Picture 1').click();
    await expect.element(tab('Avatar')).toHaveAttribute('aria-selected', 'true');
    await expect.element(swapButton()).toBeEnabled();
    await button('Use as it is').click();
    await expect.poll(() => history.calls).toEqual(['as it is entry-1 1234567890123456789 avatar']);
    expect(fake.started).toEqual([]);
  });

  test('another picture has no such button, nor one that X would not take', async () => {
    const [entry] = manyEntries(1);
    const entries = entry ? [{ ...entry, bytes: 800_000 }] : [];
    await openHistory({ entries });
    await button('Use again: Picture 0').click();
    await expect.element(swapButton()).toBeEnabled();
    await expect.element(button('Use as it is')).not.toBeInTheDocument();
    await choose(await pictureFile());
    await expect.element(swapButton()).toBeEnabled();
    await expect.element(button('Use as it is')).not.toBeInTheDocument();
  });

  test('one whose file is gone says so, and nothing that was loaded is lost', async () => {
    await openHistory({ entries: manyEntries(1), gone: ['entry-0'] });
    await button('Use again: Picture 0').click();
    await expect.element(page.getByRole('alert')).toMatchTextContent('can no longer be read');
  });

  test('is offered beside the other sources once there is something', async () => {
    const { history } = await openHistory();
    await tab('Avatar').click();
    await expect.element(button('From history')).not.toBeInTheDocument();
    history.entries.set(manyEntries(1));
    await button('From history').click();
    await expect.element(tab('History')).toHaveAttribute('aria-selected', 'true');
  });

  test('a picture brought while the tab is open leads to the studio', async () => {
    await openHistory({ entries: manyEntries(1) });
    const transfer = new DataTransfer();
    transfer.items.add(await pictureFile());
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer }));
    await expect.element(tab('Avatar')).toHaveAttribute('aria-selected', 'true');
  });
});

describe('Undo swap', () => {
  const live = (over: object = {}) =>
    someJob({
      state: 'live',
      liveUrl: 'data:,',
      before: { kind: 'saved', historyId: 'entry-0' },
      ...over,
    });
  const undo = () => page.getByRole('button', { name: 'Undo swap', exact: true });

  test('begins the way back', async () => {
    const history = createFakeHistory({ entries: manyEntries(1) });
    await open({ jobs: [live()], history: history.ports });
    await undo().click();
    await expect.poll(() => history.calls).toEqual(['undo job-1']);
  });

  test('that does not begin says why and what to do', async () => {
    const history = createFakeHistory({
      entries: manyEntries(1),
      undo: { ok: false, error: { kind: 'notStarted' } },
    });
    await open({ jobs: [live()], history: history.ports });
    await undo().click();
    await expect.element(page.getByRole('alert')).toMatchTextContent('Press Undo swap once more');
  });

  test('gives way to the reason where there is nothing to go back to', async () => {
    const history = createFakeHistory({ entries: manyEntries(1) });
    await open({ jobs: [live({ before: { kind: 'none' } })], history: history.ports });
    await expect.element(page.getByText(/default picture/)).toBeVisible();
    await expect.element(undo()).not.toBeInTheDocument();
  });
});

test('from a private window nothing can be written: no import, no names, no pins', async () => {
  await openHistory({ entries: manyEntries(1), isPrivate: true });
  await more('Picture 0').click();
  await expect.element(button('Delete Picture 0')).toBeVisible();
  await expect.element(page.getByLabelText('Name')).not.toBeInTheDocument();
  await expect.element(button('Pin')).not.toBeInTheDocument();
  await expect.element(page.getByLabelText('Import')).not.toBeInTheDocument();
  await expect.element(page.getByLabelText('Space limit')).toBeDisabled();
});
