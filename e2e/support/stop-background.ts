import type { Chromium } from '../chromium.ts';
import { waitUntil } from './wait-until.ts';

/** Really stops the extension's background worker, as the browser does when it is idle. */
export const stopBackground = async (browser: Chromium): Promise<void> => {
  const chromium = browser.context.browser();
  if (!chromium) throw new Error('A persistent context belongs to a browser');
  const session = await chromium.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(browser.extensionId),
  );
  if (worker) {
    await session.send('Target.closeTarget', { targetId: worker.targetId });
    await waitUntil(
      async () => {
        const now = await session.send('Target.getTargets');
        return !now.targetInfos.some(({ targetId }) => targetId === worker.targetId);
      },
      { timeoutMs: 10_000, what: 'the background worker to be stopped' },
    );
  }
  await session.detach();
};
