import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../styles/studio-styles.ts';
import { Studio } from '../studio/Studio.tsx';
import type { HandedOver } from '../studio-ports.ts';
import { pictureFile } from './fake-pictures.ts';
import { createFakePorts } from './fake-ports.ts';
import { createPageRoot } from './page-root.ts';

type Given = Parameters<typeof createFakePorts>[0];
type Fake = ReturnType<typeof createFakePorts>;

const root = createPageRoot();

/** Gives each test of a file an empty page, and clears up after it. */
export const useEmptyPage = (): void => root.renewForEachTest();

export const studioRoot = (): HTMLElement => root.element();
export const close = (): void => root.clear();

export const open = async (
  given: Given = {},
  initial: Promise<HandedOver | null> | null = null,
): Promise<Fake> => {
  const fake = createFakePorts(given);
  root.show(<Studio ports={fake.ports} initial={initial} />);
  // Once the accounts are there the page listens to everything else as well.
  await expect.element(page.getByText(/^@|^No account yet$/).first()).toBeInTheDocument();
  return fake;
};

export const choose = (...files: File[]): Promise<void> =>
  userEvent.upload(page.getByLabelText('Choose image'), files);

/** The studio with a 1200 × 800 picture whose first file is ready. */
export const openFramed = async (given: Given = {}): Promise<Fake> => {
  const fake = await open(given);
  await choose(await pictureFile());
  await expect.element(page.getByText(/^400 × 400 · JPEG/)).toBeVisible();
  return fake;
};

export const frame = () => page.getByRole('application', { name: 'Frame your picture' });
export const swapButton = () => page.getByRole('button', { name: 'Swap avatar', exact: true });

export const last = <T,>(list: readonly T[]): T => {
  const item = list.at(-1);
  if (item === undefined) throw new Error('nothing was recorded');
  return item;
};
