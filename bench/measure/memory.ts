import { setTimeout as pause } from 'node:timers/promises';
import { startBrowser } from '../browser.ts';
import type { BrowserName } from '../options.ts';
import { candidates, type Candidate } from '../page/page-api.ts';
import type { PictureFile } from '../pictures/picture-file.ts';
import type { BenchServer } from '../site/server.ts';
import { browserBytes, watchPeak } from './process-memory.ts';
import { median, type Memory } from './results.ts';

const settleMs = 700;
const lookEveryMs = 20;

/** Idle is what a browser needs with the page open and the picture's file in hand. */
const idleBytes = async (pid: number): Promise<number> => {
  await pause(settleMs);
  const looks: number[] = [];
  for (let at = 0; at < 5; at += 1) {
    looks.push(browserBytes(pid) ?? 0);
    await pause(40);
  }
  return median(looks);
};

/** Most memory above idle of one run in a browser started for it, in bytes. */
const peakOf = async (
  name: BrowserName,
  server: BenchServer,
  candidate: Candidate,
  pictureUrl: string,
): Promise<number | null> => {
  const browser = await startBrowser(name, server.origin);
  try {
    const page = await browser.open(candidate === 'ours' ? 'ours' : 'peers');
    await page.call('load', [pictureUrl]);
    const idle = await idleBytes(browser.pid);
    const stop = watchPeak(browser.pid, lookEveryMs);
    const run = await page.call('run', [{ candidate, kind: 'avatar', pictureUrl, keepUrl: null }]);
    const peak = stop();
    if (run.error !== undefined) throw new Error(run.error);
    return peak === null || idle === 0 ? null : peak - idle;
  } catch (error) {
    process.stderr.write(`  memory of ${candidate} not told: ${String(error)}\n`);
    return null;
  } finally {
    await browser.close();
  }
};

/** Watches each candidate's memory, each time in a fresh browser. */
export const measureMemory = async (
  name: BrowserName,
  server: BenchServer,
  pictures: readonly PictureFile[],
  repeats: number,
): Promise<readonly Memory[]> => {
  const results: Memory[] = [];
  for (const { timedAs: sizeClass, file } of pictures) {
    if (sizeClass === undefined) continue;
    for (const candidate of candidates) {
      const peakBytes: (number | null)[] = [];
      for (let at = 0; at < repeats; at += 1) {
        peakBytes.push(await peakOf(name, server, candidate, server.offer(file)));
      }
      results.push({ candidate, sizeClass, peakBytes });
    }
    process.stderr.write(`  ${name}: memory at ${sizeClass} watched\n`);
  }
  return results;
};
