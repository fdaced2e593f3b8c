/** What a picture shows, which decides the bar it must reach. */
export type Subject = 'photo' | 'logo' | 'chart';

/** One picture to measure with. */
export interface PictureFile {
  /** Short and unlike any other; used in file names. */
  readonly name: string;
  readonly file: string;
  readonly subject: Subject;
  /** True for what a camera took, or pieces of it. */
  readonly isReal: boolean;
  /** What it is and where it comes from, in a few words. */
  readonly about: string;
  /** Size class whose time is reported. */
  readonly timedAs?: '12 MP' | '48 MP';
}
