import { readdirSync, readFileSync } from 'node:fs';

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended since it was listed.
    return '';
  }
};

/** A process and all it started, by way of `/proc`. */
const processTree = (rootPid: number): readonly number[] => {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/u.test(entry)) continue;
    // The name in brackets may hold anything; what counts stands behind the last bracket.
    const stat = textOf(`/proc/${entry}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (Number.isInteger(parent)) parents.set(Number(entry), parent);
  }
  const tree = new Set([rootPid]);
  for (let size = 0; size !== tree.size;) {
    size = tree.size;
    for (const [pid, parent] of parents) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
};

/** Proportional set size: memory shared by several processes is counted once. */
const pssBytes = (pid: number): number => {
  const kib = /^Pss:\s+(\d+) kB$/mu.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1];
  return kib === undefined ? 0 : Number(kib) * 1024;
};

/** Memory of a browser with all its processes in bytes; null where the system does not tell. */
export const browserBytes = (rootPid: number): number | null => {
  if (process.platform !== 'linux') return null;
  const bytes = processTree(rootPid).reduce((sum, pid) => sum + pssBytes(pid), 0);
  return bytes > 0 ? bytes : null;
};

/** Looks at a browser's memory again and again; the function it gives stops and tells the most seen. */
export const watchPeak = (rootPid: number, everyMs: number): (() => number | null) => {
  let peak: number | null = null;
  const look = (): void => {
    const bytes = browserBytes(rootPid);
    if (bytes !== null) peak = Math.max(peak ?? 0, bytes);
  };
  const timer = setInterval(look, everyMs);
  return () => {
    clearInterval(timer);
    look();
    return peak;
  };
};
