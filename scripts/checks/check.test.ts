import { describe, expect, test } from 'vitest';
import { addUp, asOne, totalLine } from './check.ts';
import { readVitestRun, type VitestReport } from './vitest-check.ts';

const report = (change: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...change,
});

const file = (status: string, ...tests: string[]): VitestReport['testResults'][number] => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

const good = { code: 0, output: '' };
const bad = { code: 1, output: 'what happened' };

describe('what a run of tests counts as', () => {
  test.for([
    ['all passed', report({}), good, [3, 0]],
    [
      'one failed',
      report({ numFailedTests: 1, testResults: [file('failed', 'failed')] }),
      bad,
      [3, 1],
    ],
    ['a file did not load', report({ testResults: [file('failed')] }), bad, [3, 1]],
    [
      'a hook failed after the tests',
      report({ testResults: [file('failed', 'passed')] }),
      bad,
      [3, 1],
    ],
    ['an error that nobody caught', report({}), bad, [3, 1]],
    ['no test ran', report({ numPassedTests: 0 }), good, [0, 1]],
    ['no report was written', null, bad, [0, 1]],
  ] as const)('%s', ([, given, run, [passed, failed]]) => {
    expect(readVitestRun(given, run)).toMatchObject({ passed, failed, output: run.output });
  });
});

test('the last line names skipped tests only where there are some', () => {
  expect(totalLine(addUp([asOne(true, ''), asOne(false, 'why')]))).toBe('1 passed, 1 failed');
  const skipping = readVitestRun(report({ numPendingTests: 2 }), good);
  expect(totalLine(addUp([skipping]))).toBe('3 passed, 0 failed, 2 skipped');
});
