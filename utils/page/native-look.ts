/** X's appearances. `dim` is gone since February 2026 and lives on in other extensions. */
export type Theme = 'light' | 'dim' | 'dark' | 'contrast';

/** Everything a button needs to look as if X had drawn it. Colours in CSS, sizes in CSS px. */
export interface NativeLook {
  readonly theme: Theme;
  readonly text: string;
  readonly border: string;
  readonly heightPx: number;
  readonly fontPx: number;
  readonly fontFamily: string;
  /** Free space below, which X's own buttons carry too. */
  readonly marginBottomPx: number;
}

/**
 * Text and line of X's outline buttons (2024 to 2026-02-13). `contrast` is not recorded: as dark, with a
 * stronger line.
 */
const palettes: Record<Theme, readonly [text: string, border: string]> = {
  light: ['rgb(15,20,25)', 'rgb(207,217,222)'],
  dim: ['rgb(247,249,249)', 'rgb(83,100,113)'],
  dark: ['rgb(239,243,244)', 'rgb(83,100,113)'],
  contrast: ['rgb(255,255,255)', 'rgb(139,152,165)'],
};

/** X's default accent, with which it rings what has the focus (2024 to 2026-02-13). */
export const focusColour = 'rgb(29,155,240)';

/**
 * The theme a page background stands for, given as computed colours (`rgb(…)`), frontmost first. The first
 * that is not transparent counts; light where all are. Known backgrounds: white, black, rgb(5,5,5) for
 * high contrast, rgb(21,32,43) for dim (x.com, 2024 to 2026-05); others go by their brightness.
 */
export const themeOf = (...backgrounds: readonly string[]): Theme => {
  const parsed = backgrounds.map((css) => css.match(/[\d.]+/g)?.map(Number) ?? []);
  const [red = 255, green = 255, blue = 255] = parsed.find((parts) => parts[3] !== 0) ?? [];
  if (red * 0.3 + green * 0.59 + blue * 0.11 > 128) return 'light';
  if (red === 5 && blue === 5) return 'contrast';
  return blue - red > 12 ? 'dim' : 'dark';
};

/** Button heights at X's five font sizes, by the root's font size in px (Maskbook, 2024). */
const heights: Readonly<Record<number, number>> = { 13: 32, 14: 34, 15: 36, 17: 40, 18: 43 };

/** Height in px of a button of X where the root's font has this size in px. */
export const buttonHeightPx = (rootFontPx: number): number =>
  heights[rootFontPx] ?? Math.round(rootFontPx * 2.4);

/**
 * Reads the page's present look: colours by the computed background, sizes and font from the button of
 * X's own beside which ours will stand, or from the root's font size where that one is oddly tall.
 */
export const readNativeLook = (sample: Element): NativeLook => {
  const root = getComputedStyle(document.documentElement);
  const label = getComputedStyle(sample.querySelector('span') ?? sample);
  const theme = themeOf(getComputedStyle(document.body).backgroundColor, root.backgroundColor);
  const [text, border] = palettes[theme];
  const { height } = sample.getBoundingClientRect();
  const scaledPx = buttonHeightPx(Number.parseFloat(root.fontSize));
  return {
    theme,
    text,
    border,
    heightPx: Math.abs(height - scaledPx) < 8 ? height : scaledPx,
    fontPx: Number.parseFloat(label.fontSize),
    fontFamily: label.fontFamily,
    marginBottomPx: Number.parseFloat(getComputedStyle(sample).marginBottom),
  };
};
