import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, release, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../browser.ts';
import type { BenchOptions, BrowserName } from '../options.ts';
import { benchPictures } from '../pictures/pictures.ts';
import type { PictureFile } from '../pictures/picture-file.ts';
import { checkReference } from '../reference/check-reference.ts';
import { buildSite } from '../site/build-site.ts';
import { type BenchServer, startServer } from '../site/server.ts';
import { measureLikeness } from './likeness.ts';
import { measureMemory } from './memory.ts';
import type { BenchResults, BrowserResults } from './results.ts';
import { openTabs } from './tabs.ts';
import { measureStages, measureTiming } from './timing.ts';

/** Where results of the last run lie. */
export const keepDir = fileURLToPath(new URL('../../.output/bench/results/', import.meta.url));

const repeatsOf = (quick: boolean) =>
  quick ? { timing: 3, stages: 2, memory: 1 } : { timing: 5, stages: 3, memory: 2 };

const loadNow = (): number => loadavg()[0] ?? 0;

const measureBrowser = async (
  name: BrowserName,
  server: BenchServer,
  pictures: readonly PictureFile[],
  quick: boolean,
): Promise<BrowserResults> => {
  const repeats = repeatsOf(quick);
  const browser = await startBrowser(name, server.origin);
  try {
    process.stderr.write(`${browser.version}\n`);
    const tabs = await openTabs(browser);
    const likeness = await measureLikeness(name, tabs, server, pictures);
    const before = loadNow();
    const timing = await measureTiming(tabs, server, pictures, repeats.timing);
    const after = loadNow();
    const stages = await measureStages(tabs, server, pictures, repeats.stages);
    await browser.close();
    const memory = await measureMemory(name, server, pictures, repeats.memory);
    const load = { before, after };
    return { browser: name, version: browser.version, load, likeness, timing, memory, stages };
  } finally {
    await browser.close();
  }
};

/** Measures everything, browser after browser. */
export const measureAll = async ({ browsers, quick }: BenchOptions): Promise<BenchResults> => {
  process.stderr.write('Building the pages, making the pictures …\n');
  await buildSite();
  const pictures = await benchPictures();
  const [first] = pictures;
  if (!first) throw new Error('no pictures');
  const reference = await checkReference(first.file);
  const server = await startServer(keepDir);
  try {
    const results: BrowserResults[] = [];
    for (const name of browsers) {
      const result = await measureBrowser(name, server, pictures, quick);
      results.push(result);
      // So that a run stopped in the second browser leaves something behind.
      await writeFile(`${keepDir}${name}.json`, JSON.stringify(result));
    }
    return {
      date: new Date().toISOString().slice(0, 10),
      machine: { system: `${type()} ${release()}`, cores: availableParallelism() },
      quick,
      reference,
      pictures: pictures.map(({ name, subject, origin, about }) => ({
        name,
        subject,
        origin,
        about,
      })),
      browsers: results,
    };
  } finally {
    await server.close();
  }
};
