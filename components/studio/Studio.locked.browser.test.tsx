import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../styles/studio-styles.ts';
import type { StorageProblem } from '../../utils/domain/storage-problem.ts';
import { pictureFile } from '../testing/fake-pictures.ts';
import { createFakePorts, someJob } from '../testing/fake-ports.ts';
import { createFakeSecurity } from '../testing/fake-security.ts';
import { usePageRoot } from '../testing/page-root.ts';
import { Studio } from './Studio.tsx';

const root = usePageRoot();

const good = 'lantern copper violin moss kettle';

const open = (problem: StorageProblem | null = null) => {
  const fake = createFakePorts({});
  const security = createFakeSecurity({ protection: 'passphrase', isLocked: true }, good);
  const storage = { storageProblem: async () => problem };
  root.show(<Studio ports={{ ...fake.ports, security: security.ports, storage }} />);
  return { ...fake, security };
};

const passphrase = () => page.getByLabelText('Passphrase', { exact: true });

test('a swap asked for while the keys are locked asks for the passphrase, and goes on', async () => {
  const fake = open();
  await userEvent.upload(page.getByLabelText('Choose image'), await pictureFile());
  await expect.element(passphrase()).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Swap avatar' }).click();
  await expect.element(page.getByText(/^Your picture is kept/)).toBeVisible();
  await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
  await expect.element(passphrase()).toHaveFocus();
  await userEvent.keyboard(`wrong{Enter}`);
  await expect.element(page.getByRole('alert')).toMatchTextContent('not the passphrase');
  await passphrase().fill(good);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  await expect.element(passphrase()).not.toBeInTheDocument();
  expect(fake.started).toHaveLength(1);
});

test('one that waits can be cancelled; a finished one asks for nothing', async () => {
  const fake = open();
  await userEvent.upload(page.getByLabelText('Choose image'), await pictureFile());
  await page.getByRole('button', { name: 'Swap avatar' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => fake.calls).toEqual(['cancel job-1']);
  fake.jobs.set([someJob({ id: 'job-1', state: 'live', liveUrl: 'data:,' })]);
  await expect.element(passphrase()).not.toBeInTheDocument();
});

test('storage that cannot be used is told where the button would be', async () => {
  open({ kind: 'upgradeFailed', fromVersion: 1, toVersion: 2, message: 'x' });
  const alert = page.getByRole('alert');
  await expect.element(alert).toMatchTextContent('Nothing was lost');
  await expect.element(page.getByRole('button', { name: 'Swap avatar' })).not.toBeInTheDocument();
});
