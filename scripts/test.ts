import { addUp, totalLine, type Check, type CheckResult } from './checks/check.ts';
import { firstChecks, lastChecks, sideBySide } from './checks/checks.ts';

// Reports are read by programs and logs more often than by terminals.
process.env['NO_COLOR'] = '1';
delete process.env['FORCE_COLOR'];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const resultLine = (name: string, result: CheckResult, ms: number): string => {
  const mark = result.failed > 0 ? 'FAILED' : 'ok';
  const counts = result.passed + result.failed > 1 ? `, ${totalLine(result)}` : '';
  return `${mark.padEnd(7)}${name} (${(ms / 1000).toFixed(1)} s${counts})`;
};

const runCheck = async (check: Check): Promise<CheckResult> => {
  if (check.isSlow) say(`...    ${check.name}: a few minutes`);
  const startedMs = performance.now();
  const result = await check.run();
  say(resultLine(check.name, result, performance.now() - startedMs));
  if (result.failed > 0) say(`\n${result.output.trim()}\n`);
  return result;
};

const runRow = async (checks: readonly Check[]): Promise<CheckResult[]> => {
  const results: CheckResult[] = [];
  for (const check of checks) results.push(await runCheck(check));
  return results;
};

/** `npm test -- unit lint` runs the checks with one of these words in their names, and the set-up. */
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const isWanted = ({ name }: Check): boolean =>
  words.length === 0 || words.some((word) => name.includes(word));

const results = await runRow(firstChecks);
const rows = await Promise.all(sideBySide.map((row) => runRow(row.filter(isWanted))));
results.push(...rows.flat(), ...(await runRow(lastChecks.filter(isWanted))));

const total = addUp(results);
const ranNothing = results.length === firstChecks.length;
if (ranNothing) say(`Nothing is called ${words.join(' or ')}.`);
process.exitCode = total.failed > 0 || ranNothing ? 1 : 0;
say(totalLine(total));
