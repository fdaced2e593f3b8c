import { type BrowserResults } from '../measure/results.ts';
import type { Candidate } from '../page/page-api.ts';
import { medianMs, type Row, summarise } from './summary.ts';

/** One promise, what it asks for, what was measured. */
export interface Bar {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  /** Null where it could not be measured. */
  readonly isMet: boolean | null;
}

const mib = 2 ** 20;

const atLeast = (what: string, least: number, value: number | null, unit: string): Bar => ({
  what,
  wanted: `at least ${least} ${unit}`,
  measured: value === null ? 'n/a' : `${value.toFixed(1)} ${unit}`,
  isMet: value === null ? null : value >= least,
});

const atMost = (what: string, most: number, value: number | null, unit: string): Bar => ({
  what,
  wanted: `at most ${most} ${unit}`,
  measured: value === null ? 'n/a' : `${value.toFixed(2)} ${unit}`,
  isMet: value === null ? null : value <= most,
});

const ratio = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a / b;

/** The least of our own photos before encoding, in decibels: a mean hides one that came out wrong. */
const worstPhotoDb = ({ likeness }: BrowserResults): number | null => {
  const own = likeness.filter(
    ({ candidate, subject }) => candidate === 'ours' && subject === 'photo',
  );
  const values = own.map(({ before }) => before?.db ?? 0);
  return values.length > 0 ? Math.min(...values) : null;
};

const memoryBar = (ours: Row, theirs: Row): Bar => {
  const [a, b] = [ours.memoryBytes['48 MP'], theirs.memoryBytes['48 MP']];
  const has = a !== null && b !== null;
  return {
    what: 'Peak memory above idle, 48 MP',
    wanted: has
      ? `below ${(b / mib).toFixed(0)} MiB (browser-image-compression)`
      : 'below browser-image-compression',
    measured: has ? `${(a / mib).toFixed(0)} MiB` : 'n/a',
    isMet: has ? a < b : null,
  };
};

/** What is promised, checked against what was measured in one browser. */
export const checkBars = (results: BrowserResults): readonly Bar[] => {
  const rows = summarise(results);
  const row = (candidate: Candidate): Row => {
    const found = rows.find((one) => one.candidate === candidate);
    if (!found) throw new Error(`no row for ${candidate}`);
    return found;
  };
  const [ours, theirs] = [row('ours'), row('browser-image-compression')];
  const over = (size: '12 MP' | '48 MP', other: Candidate) =>
    ratio(medianMs(results, 'ours', size, 'avatar'), medianMs(results, other, size, 'avatar'));
  return [
    ...(['avatar', 'banner'] as const).flatMap((kind) => {
      const { photo, chart } = ours.likeness;
      return [
        atLeast(`Photos as ${kind}s, mean before encoding`, 55, photo[kind].beforeDb, 'dB'),
        atLeast(`Photos as ${kind}s, mean after encoding`, 48, photo[kind].afterDb, 'dB'),
        atLeast(`Chart as ${kind}, before encoding`, 45, chart[kind].beforeDb, 'dB'),
      ];
    }),
    atLeast('Worst photo of all, before encoding', 50, worstPhotoDb(results), 'dB'),
    atMost(
      'Time at 48 MP',
      0.5,
      over('48 MP', 'browser-image-compression'),
      "of browser-image-compression's",
    ),
    atMost('Time at 48 MP', 2, over('48 MP', 'decode-only'), 'times decoding alone'),
    atMost(
      'Time at 12 MP',
      0.8,
      over('12 MP', 'browser-image-compression'),
      "of browser-image-compression's",
    ),
    atMost('Longest pause of the page', 50, ours.blockMs, 'ms'),
    memoryBar(ours, theirs),
  ];
};
