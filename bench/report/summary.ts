import { mean, median, type BrowserResults } from '../measure/results.ts';
import { type Candidate, candidates } from '../page/page-api.ts';
import type { Subject } from '../pictures/picture-file.ts';
import type { Kind } from '../reference/centre-crop.ts';

export type SizeClass = '12 MP' | '48 MP';

/** Likeness of one kind of result, before encoding and as sent; null where there are no pixels. */
export interface LikenessMeans {
  readonly beforeDb: number | null;
  readonly beforeSsim: number | null;
  readonly afterDb: number | null;
  readonly afterSsim: number | null;
}

/** One candidate's row, in one browser. Null where there is nothing to tell. */
export interface Row {
  readonly candidate: Candidate;
  readonly likeness: Readonly<Record<Subject, Readonly<Record<Kind, LikenessMeans>>>>;
  readonly ms: Readonly<Record<SizeClass, number | null>>;
  /** Median over repeats of the longest pause, the worst of both sizes and kinds. */
  readonly blockMs: number | null;
  readonly memoryBytes: Readonly<Record<SizeClass, number | null>>;
  readonly avatarBytes: number | null;
  readonly bannerBytes: number | null;
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

const likenessMeans = (
  { likeness }: BrowserResults,
  candidate: Candidate,
  subject: Subject,
  kind: Kind,
): LikenessMeans => {
  const found = likeness.filter(
    (one) => one.candidate === candidate && one.subject === subject && one.kind === kind,
  );
  const meanOf = (pick: 'before' | 'after', measure: 'db' | 'ssim'): number | null =>
    orNull(mean(found.map((one) => one[pick]?.[measure]).filter((value) => value !== undefined)));
  return {
    beforeDb: meanOf('before', 'db'),
    beforeSsim: meanOf('before', 'ssim'),
    afterDb: meanOf('after', 'db'),
    afterSsim: meanOf('after', 'ssim'),
  };
};

const meanBytes = ({ likeness }: BrowserResults, candidate: Candidate, kind: Kind): number | null =>
  orNull(
    mean(
      likeness
        .filter(
          (one) => one.candidate === candidate && one.kind === kind && one.subject === 'photo',
        )
        .map(({ bytes }) => bytes),
    ),
  );

/** Median time of a candidate in milliseconds; null where any run failed. */
export const medianMs = (
  { timing }: BrowserResults,
  candidate: Candidate,
  size: SizeClass,
  kind: Kind,
): number | null => {
  const found = timing.find(
    (one) => one.candidate === candidate && one.sizeClass === size && one.kind === kind,
  );
  if (!found || found.runs.some(({ error }) => error !== undefined)) return null;
  return orNull(median(found.runs.map(({ ms }) => ms)));
};

const worstBlockMs = ({ timing }: BrowserResults, candidate: Candidate): number | null => {
  const medians = timing
    .filter((one) => one.candidate === candidate)
    .map(({ runs }) => median(runs.map(({ longestBlockMs }) => longestBlockMs)));
  return orNull(Math.max(...medians));
};

const memoryBytes = ({ memory }: BrowserResults, candidate: Candidate, size: SizeClass) => {
  const found = memory.find((one) => one.candidate === candidate && one.sizeClass === size);
  const peaks = (found?.peakBytes ?? []).filter((bytes) => bytes !== null);
  // A look every 20 ms can miss a peak, and cannot make one up.
  return peaks.length > 0 ? Math.max(...peaks) : null;
};

/** Means and medians of everything measured in one browser, a row for each candidate. */
export const summarise = (results: BrowserResults): readonly Row[] =>
  candidates.map((candidate) => {
    const both = (subject: Subject) => ({
      avatar: likenessMeans(results, candidate, subject, 'avatar'),
      banner: likenessMeans(results, candidate, subject, 'banner'),
    });
    const ms = (size: SizeClass) => medianMs(results, candidate, size, 'avatar');
    const memory = (size: SizeClass) => memoryBytes(results, candidate, size);
    const isFloor = candidate === 'decode-only';
    return {
      candidate,
      likeness: { photo: both('photo'), logo: both('logo'), chart: both('chart') },
      ms: { '12 MP': ms('12 MP'), '48 MP': ms('48 MP') },
      blockMs: worstBlockMs(results, candidate),
      memoryBytes: { '12 MP': memory('12 MP'), '48 MP': memory('48 MP') },
      avatarBytes: isFloor ? null : meanBytes(results, candidate, 'avatar'),
      bannerBytes: isFloor ? null : meanBytes(results, candidate, 'banner'),
    };
  });
