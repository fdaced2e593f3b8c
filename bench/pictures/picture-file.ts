/** What a picture shows, which decides the bar it must reach. */
export type Subject = 'photo' | 'logo' | 'chart';

/**
 * Where its pixels come from: a camera (whole, and at most told to lie otherwise), a real photo that
 * something was done to (pieces of several, another meaning of its colours), or a program.
 */
export type Origin = 'real' | 'derived' | 'made';

/** One picture to measure with. */
export interface PictureFile {
  /** Short and unlike any other; used in file names. */
  readonly name: string;
  readonly file: string;
  readonly subject: Subject;
  readonly origin: Origin;
  /** What it is and where it comes from, in a few words. */
  readonly about: string;
  /** Size class whose time is reported. */
  readonly timedAs?: '12 MP' | '48 MP';
}
