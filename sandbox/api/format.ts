const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon Dec 10 22:03:43 +0000 2018` */
export function twitterDate(timeMs: number): string {
  const date = new Date(timeMs);
  const time = date.toISOString().slice(11, 19);
  const day = String(date.getUTCDate()).padStart(2, '0');
  const words = [days[date.getUTCDay()], months[date.getUTCMonth()], day, time, '+0000'];
  return `${words.join(' ')} ${date.getUTCFullYear()}`;
}

/** X prints ids as numbers beyond 2^53; JSON.stringify alone would round them. */
export function rawNumber(digits: string): unknown {
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(digits);
}

/** X docs: include_entities is off only when `false`. */
export function wantsEntities(value: string | undefined): boolean {
  return value !== 'false';
}

/** X docs: skip_status is on for `true`, `t` or `1`; clients also send Python's `True`. */
export function skipsStatus(value: string | undefined): boolean {
  return value !== undefined && ['true', 'True', 't', '1'].includes(value);
}
