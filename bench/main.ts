import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isSettledWell, runFolder } from './folder-run.ts';
import { measureAll } from './measure/measure-all.ts';
import type { BenchResults } from './measure/results.ts';
import { type BenchOptions, parseBenchOptions } from './options.ts';
import { checkBars } from './report/bars.ts';
import { browserSection } from './report/tables.ts';
import { writeDocs } from './report/write-docs.ts';

const saveJson = async (file: string, content: unknown): Promise<void> => {
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
};

const overFolder = async (
  { jsonFile }: BenchOptions,
  folder: { readonly imagesDir: string; readonly outDir: string },
): Promise<boolean> => {
  const records = await runFolder(folder.imagesDir, folder.outDir);
  if (jsonFile === null) process.stdout.write(`${JSON.stringify(records, null, 2)}\n`);
  else await saveJson(jsonFile, records);
  const bad = records.filter((record) => !isSettledWell(record));
  const good = records.filter(({ ok }) => ok).length;
  const refused = records.length - good - bad.length;
  const slowestMs = Math.max(0, ...records.map(({ ms }) => ms));
  const counts = `${good} pictures, ${refused} refusals, ${bad.length} failures`;
  process.stderr.write(`${counts}; slowest ${slowestMs} ms\n`);
  for (const { file, kind, error } of bad) process.stderr.write(`${file} (${kind}): ${error}\n`);
  return bad.length === 0;
};

const measured = async (options: BenchOptions): Promise<BenchResults> =>
  options.fromFile === null
    ? measureAll(options)
    : (JSON.parse(await readFile(options.fromFile, 'utf8')) as BenchResults);

const sideBySide = async (options: BenchOptions): Promise<boolean> => {
  const results = await measured(options);
  if (options.jsonFile !== null) {
    const bars = results.browsers.map((one) => ({ browser: one.browser, bars: checkBars(one) }));
    await saveJson(options.jsonFile, { ...results, bars });
  }
  if (options.writeDocs) await writeDocs(results);
  process.stdout.write(`${results.browsers.map(browserSection).join('\n\n')}\n`);
  return true;
};

const parsed = parseBenchOptions(process.argv.slice(2));
if (parsed.ok) {
  const { options } = parsed;
  const isGood =
    options.folder === null ? await sideBySide(options) : await overFolder(options, options.folder);
  process.exit(isGood ? 0 : 1);
}
(parsed.exitCode === 0 ? process.stdout : process.stderr).write(`${parsed.message}\n`);
process.exit(parsed.exitCode);
