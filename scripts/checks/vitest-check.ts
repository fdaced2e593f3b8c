import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../setup/run-command.ts';
import type { Check, CheckResult } from './check.ts';

/** What is read of Vitest's JSON report. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Counts of a run. What fails outside of any test counts too: a file that could not be loaded, an error that
 * nobody caught, a run that ended without a report or without a single test.
 */
export const readVitestRun = (
  report: VitestReport | null,
  run: { readonly code: number | null; readonly output: string },
): CheckResult => {
  if (!report) return { passed: 0, failed: 1, skipped: 0, output: run.output };
  const hasFailure = ({ assertionResults }: VitestReport['testResults'][number]): boolean =>
    assertionResults.some(({ status }) => status === 'failed');
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !hasFailure(file),
  ).length;
  const passed = report.numPassedTests;
  const known = report.numFailedTests + brokenFiles;
  const isUnexplained = known === 0 && (run.code !== 0 || passed === 0);
  return {
    passed,
    failed: known + (isUnexplained ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
    output: run.output,
  };
};

const readReport = async (file: string): Promise<VitestReport | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as VitestReport;
  } catch {
    return null;
  }
};

/** Runs some of the projects of vitest.config.ts as one check. */
export const vitestCheck = (
  name: string,
  projects: readonly string[],
  { isSlow = false }: { readonly isSlow?: boolean } = {},
): Check => ({
  name,
  isSlow,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'facelift-test-'));
    const file = join(folder, 'report.json');
    const args = [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      // What fails is told at length by both; the short one keeps to that.
      isSlow ? '--reporter=default' : '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ];
    const run = await runCommand(process.execPath, args, { cwd: root });
    const result = readVitestRun(await readReport(file), run);
    await rm(folder, { recursive: true, force: true });
    return result;
  },
});
