import type { BrowserName } from '../options.ts';
import type { Candidate, Run, Stages } from '../page/page-api.ts';
import type { Origin, Subject } from '../pictures/picture-file.ts';
import type { ReferenceCheck } from '../reference/check-reference.ts';
import type { Kind } from '../reference/centre-crop.ts';

/** How like the reference one result is; decibels and similarity, null where there are no pixels. */
export interface Likeness {
  readonly candidate: Candidate;
  readonly picture: string;
  readonly subject: Subject;
  readonly kind: Kind;
  readonly before: { readonly db: number; readonly ssim: number } | null;
  readonly after: { readonly db: number; readonly ssim: number } | null;
  readonly bytes: number;
  readonly mime: string;
  readonly error?: string;
}

/** All timed runs of one candidate on one picture. */
export interface Timing {
  readonly candidate: Candidate;
  readonly sizeClass: '12 MP' | '48 MP';
  readonly kind: Kind;
  readonly runs: readonly Run[];
}

/** Most memory above idle while one candidate made an avatar; null where it cannot be told. */
export interface Memory {
  readonly candidate: Candidate;
  readonly sizeClass: '12 MP' | '48 MP';
  readonly peakBytes: readonly (number | null)[];
}

/** Our own steps, one list of repeats for each size and kind. */
export interface StageRuns {
  readonly sizeClass: '12 MP' | '48 MP';
  readonly kind: Kind;
  readonly runs: readonly Stages[];
}

/** Everything measured in one browser. */
export interface BrowserResults {
  readonly browser: BrowserName;
  readonly version: string;
  /** The system's load over the last minute when the timed runs began and ended. */
  readonly load: { readonly before: number; readonly after: number };
  readonly likeness: readonly Likeness[];
  readonly timing: readonly Timing[];
  readonly memory: readonly Memory[];
  readonly stages: readonly StageRuns[];
}

/** One run of the whole bench. */
export interface BenchResults {
  readonly date: string;
  readonly machine: { readonly system: string; readonly cores: number };
  readonly quick: boolean;
  readonly reference: ReferenceCheck;
  readonly pictures: readonly {
    readonly name: string;
    readonly subject: Subject;
    readonly origin: Origin;
    readonly about: string;
  }[];
  readonly browsers: readonly BrowserResults[];
}

/** Middle value; the mean of the two middle ones of an even number. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
};

/** Arithmetic mean; NaN of nothing. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
