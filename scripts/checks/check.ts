/** How one check ended. A check that is a single command counts as one test. */
export interface CheckResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Shown when something failed. */
  readonly output: string;
}

export interface Check {
  readonly name: string;
  /** Takes minutes: a word on the screen when it begins. */
  readonly isSlow?: boolean;
  run(): Promise<CheckResult>;
}

export const asOne = (ok: boolean, output: string): CheckResult => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: 0,
  output,
});

export const addUp = (results: readonly CheckResult[]): Omit<CheckResult, 'output'> => {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
};

/** The line others read the result from. */
export const totalLine = ({ passed, failed, skipped }: Omit<CheckResult, 'output'>): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
