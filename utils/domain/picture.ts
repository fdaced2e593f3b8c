/** Formats told by their first bytes that a browser decodes to pixels. */
export type RasterFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'bmp';

/** Every format that can be opened: an SVG is drawn first. */
export type SourceFormat = RasterFormat | 'svg';

/** What a picture is for. */
export type PictureKind = 'avatar' | 'banner';

/**
 * What a file can carry besides its pixels; none of it reaches the file that is sent. `edits` is an
 * editor's own record (XMP), `profile` a colour profile, whose meaning is kept in the pixels.
 */
export type Removable =
  | 'location'
  | 'camera'
  | 'date'
  | 'author'
  | 'comment'
  | 'thumbnail'
  | 'edits'
  | 'profile';

/** A picture as it came in, upright. Sizes after orientation, in pixels. */
export interface SourceFacts {
  readonly format: SourceFormat;
  readonly bytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What the file carried besides its pixels. Left out: not looked at. */
  readonly removed?: readonly Removable[];
  /**
   * `altered` where this browser changes what is read from a canvas, as some privacy modes do: the
   * result then differs from what is shown. Left out: not looked at.
   */
  readonly readBack?: 'exact' | 'altered';
}

/** The file that will be sent, measured on its own bytes. */
export interface PreparedFacts {
  readonly mime: 'image/jpeg' | 'image/png';
  readonly bytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Encoder quality 0 to 1; null where the format is lossless. */
  readonly quality: number | null;
  /**
   * Why this format: the picture is a photo, has transparency, or is flat art; PNG came out no larger
   * than JPEG; or the person chose it.
   */
  readonly because: 'photo' | 'alpha' | 'flat' | 'pngNotLarger' | 'chosen';
  /** True when the frame held fewer source pixels than the result has. */
  readonly upscaled: boolean;
}

/** A rectangle of the upright source, in source pixels, fractions allowed. */
export interface SourceRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the upright source wanted for the screen: whole pixels of it, and the size to draw them at. */
export interface DetailRequest {
  readonly rect: SourceRect;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * A frame over a picture that may be flipped and turned: the picture is flipped about the frame's
 * centre, then turned clockwise by `angleDeg`, and what the frame holds is the result. Centre and
 * sides in upright source pixels, fractions allowed. The frame must lie inside the picture.
 */
export interface SourceFrame {
  readonly centerX: number;
  readonly centerY: number;
  readonly width: number;
  readonly height: number;
  readonly angleDeg: number;
  readonly flipX: boolean;
  readonly flipY: boolean;
}

/** What a person asks of the file: chosen by content, or by name. `small` is a lighter JPEG. */
export type WantedFormat = 'auto' | 'png' | 'jpeg' | 'small';

/**
 * What a person asks of the size: exactly what X shows; as large as the byte limit allows, for the copy
 * that X keeps as the original; or, of a banner, the whole picture with the part that X is to cut out.
 */
export type WantedSize = 'exact' | 'larger' | 'whole';

/** What is to be made of an open picture. */
export interface PrepareRequest {
  readonly kind: PictureKind;
  /**
   * The frame of a picture that lies straight, in upright source pixels, fractions allowed; for a turned
   * one the upright box around it. What reaches past the picture is cut off.
   */
  readonly rect: SourceRect;
  /** Goes before `rect`: for a picture that is flipped or turned. What reaches past it is clear. */
  readonly frame?: SourceFrame;
  /** Left out: exact. A frame that holds no more pixels than that gives the exact size all the same. */
  readonly size?: WantedSize;
  /** Left out: chosen by content. */
  readonly format?: WantedFormat;
  /** `#rrggbb` under see-through parts where the format has none. Left out: white. */
  readonly background?: string;
}
