const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const plain = new Intl.NumberFormat('en');

export const shortCount = (count: number): string => (count === 0 ? '' : compact.format(count));
export const fullCount = (count: number): string => plain.format(count);

const hourMs = 3_600_000;

/** `3h` within a day, else `May 4`. */
export function ageOf(atMs: number): string {
  const hours = Math.floor((Date.now() - atMs) / hourMs);
  if (hours < 1) return 'now';
  if (hours < 24) return `${hours}h`;
  return new Date(atMs).toLocaleDateString('en', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
}

export function joinedText(atMs: number): string {
  const when = new Date(atMs).toLocaleDateString('en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `Joined ${when}`;
}

export const hostOf = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '');
