const number = (value: number, digits: number): string =>
  value.toLocaleString(undefined, { maximumFractionDigits: digits });

/** `812 B`, `84 kB`, `4.2 MB`, `1 GB`: thousands, as file managers and X count them. */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${number(bytes / 1000, 0)} kB`;
  if (bytes < 999_500_000) return `${number(bytes / 1_000_000, 1)} MB`;
  return `${number(bytes / 1_000_000_000, 1)} GB`;
};

/** `4032 × 3024`, without separators inside the numbers. */
export const formatSize = (widthPx: number, heightPx: number): string =>
  `${Math.round(widthPx)} × ${Math.round(heightPx)}`;

/** `150 %`, with a space that does not break. */
export const formatPercent = (share: number): string => `${Math.round(share * 100)} %`;

/** The time of day of a Unix time in ms, as this person's clock writes it, never broken in two. */
export const formatTime = (atMs: number): string =>
  new Date(atMs)
    .toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' })
    .replace(/\s/g, '\u00a0');

/** The day and time of a Unix time in ms, as this person's calendar writes it. */
export const formatDay = (atMs: number): string =>
  new Date(atMs).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** `−2.5°`, `0°`, `+12°`: which way is always said. */
export const formatAngle = (deg: number): string =>
  `${deg > 0 ? '+' : deg < 0 ? '−' : ''}${number(Math.abs(deg), 1)}°`;
