import type { Kind } from '../reference/centre-crop.ts';

/** One way to make a picture, in the order it stands in every table. */
export const candidates = [
  'ours',
  'browser-image-compression',
  'canvas-high',
  'pica-default',
  'pica-lanczos3',
  'compressorjs',
  'jsquash-linear',
  'decode-only',
] as const;

/** What is measured: ours, the peers, and decoding alone as the floor. */
export type Candidate = (typeof candidates)[number];

/** Which of the two pages a candidate runs on. */
export type PageName = 'ours' | 'peers';

/** What a page is told to do. Addresses are paths on the bench's own server. */
export interface Job {
  readonly candidate: Candidate;
  readonly kind: Kind;
  readonly pictureUrl: string;
  /** Where to send the file and the pixels before encoding; null when only time counts. */
  readonly keepUrl: string | null;
}

/** What one run of a job took. Times in milliseconds. */
export interface Run {
  readonly ms: number;
  /** Longest stretch in which the page's own thread answered nothing. */
  readonly longestBlockMs: number;
  /** The browser's own report of tasks over 50 ms; null where it makes none. */
  readonly longestTaskMs: number | null;
  readonly bytes: number;
  readonly mime: string;
  /** Why there is no result. */
  readonly error?: string;
}

/** Share of our own time spent in each step, in milliseconds, measured in one worker. */
export interface Stages {
  readonly workerStartMs: number;
  readonly decodeMs: number;
  readonly previewMs: number;
  readonly readBackMs: number;
  readonly resampleMs: number;
  readonly encodeMs: number;
}

/** One picture of a folder run through the pipeline. */
export interface FolderJob {
  readonly sourceUrl: string;
  readonly keepUrls: Readonly<Record<Kind, string>>;
  /** For the whole file, both kinds together. */
  readonly timeoutMs: number;
}

/** What became of it as one kind: a kept file, or the name of an error. Opening counts for both. */
export interface FolderRun {
  readonly ms: number;
  readonly error?: string;
}

/** What a bench page offers to the command that drives it. */
export interface BenchPageApi {
  /** Fetches a picture before it is measured with. */
  load(pictureUrl: string): Promise<void>;
  /** Prepares for a picture to come, untimed. */
  ready?(): Promise<void>;
  run(job: Job): Promise<Run>;
  stages?(pictureUrl: string, kind: Kind): Promise<Stages>;
  folder?(job: FolderJob): Promise<Readonly<Record<Kind, FolderRun>>>;
}

declare global {
  interface Window {
    bench: BenchPageApi;
    /** There only when Chromium was started so that it is. */
    gc?: () => void;
  }
}
