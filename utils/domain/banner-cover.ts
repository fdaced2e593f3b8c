/** A circle over a banner; all in shares of the banner's width, from its top left corner. */
export interface CoverCircle {
  readonly centerX: number;
  readonly centerY: number;
  readonly radius: number;
}

/** What lies over a banner where X shows it. */
export interface BannerCover {
  /** The person's own avatar with the ring around it. */
  readonly avatar: CoverCircle;
  /** Height of the strip at the top that bars and buttons lie over, in shares of the width. */
  readonly topBar: number;
}

const circleOf = (
  widthPx: number,
  {
    leftPx,
    topPx,
    edgePx,
  }: { readonly leftPx: number; readonly topPx: number; readonly edgePx: number },
): CoverCircle => ({
  centerX: (leftPx + edgePx / 2) / widthPx,
  centerY: (topPx + edgePx / 2) / widthPx,
  radius: edgePx / 2 / widthPx,
});

/**
 * X publishes no figures for this. Its web client gives the avatar a quarter of the row's width and moves
 * it up by 15 % of it (x.com, saved page of 2025-12-07), in a row set in by 16 px and begun 12 px below the
 * banner: 142 px on a desktop's column of 598 px, 90 px on a phone's 390 px. What a phone's status bar and
 * round buttons cover is an estimate, 54 px of those 390. Near enough to keep words and faces clear of it.
 */
export const bannerCovers: Readonly<Record<'desktop' | 'phone', BannerCover>> = {
  desktop: { avatar: circleOf(598, { leftPx: 16, topPx: 126, edgePx: 142 }), topBar: 0 },
  phone: { avatar: circleOf(390, { leftPx: 16, topPx: 88, edgePx: 90 }), topBar: 54 / 390 },
};
