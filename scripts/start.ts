import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { openTryWorld, type TryWorld } from './start/open-world.ts';
import { parseStartOptions, type StartOptions } from './start/options.ts';
import { emptyReport, reportText, type Report } from './start/report.ts';
import { swapOnce } from './start/swap-once.ts';
import { tryIt } from './start/try-it.ts';
import { samplePhoto } from './sample-photo.ts';

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

let world: TryWorld | undefined;

/** Opens the world, and sees to it that Ctrl-C leaves nothing running. */
const open = async (options: StartOptions): Promise<TryWorld> => {
  world = await openTryWorld(options);
  return world;
};

let interrupted = false;

const interrupt = (): void => {
  // A terminal sends Ctrl-C to every process of the group, and the one above passes it on once more.
  if (interrupted) return;
  interrupted = true;
  // Before the world is there, or when closing hangs, ending is all that is left.
  setTimeout(() => process.exit(130), 5_000).unref();
  if (world) void world.close().then(() => process.exit(130));
  else process.exit(130);
};

const saveReport = async (file: string, report: Report): Promise<void> => {
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
};

const runOnce = async (options: StartOptions, image: string): Promise<boolean> => {
  const report = emptyReport(options.browser, options.kind);
  try {
    const otherApi = options.apiPort !== undefined;
    await swapOnce(
      await open(options),
      { kind: options.kind, image, shotsDir: resolve(options.shotsDir), otherApi },
      report,
    );
  } catch (error) {
    report.error = messageOf(error);
  } finally {
    await world?.close();
  }
  process.stdout.write(`${reportText(report)}\n`);
  if (options.jsonFile !== undefined) await saveReport(options.jsonFile, report);
  return report.ok;
};

const main = async (): Promise<void> => {
  const parsed = parseStartOptions(process.argv.slice(2));
  if (!parsed.ok) {
    (parsed.exitCode === 0 ? process.stdout : process.stderr).write(`${parsed.message}\n`);
    process.exit(parsed.exitCode);
  }
  const { options } = parsed;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  const image = resolve(options.image ?? (await samplePhoto()));
  if (options.once) process.exit((await runOnce(options, image)) ? 0 : 1);
  await tryIt(await open(options), { image, headless: options.headless });
  await world?.close();
};

main().catch(async (error: unknown) => {
  await world?.close();
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
});
