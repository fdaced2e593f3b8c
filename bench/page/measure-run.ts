import { startHeartbeat } from './heartbeat.ts';
import type { Job, Run } from './page-api.ts';

/** What a candidate made, and what it had before encoding where that can be had: RGBA or a PNG. */
export interface Outcome {
  readonly blob: Blob | null;
  readonly pixels?: () => Uint8ClampedArray;
  readonly lossless?: () => Promise<Blob>;
}

const sources = new Map<string, Blob>();
const settleMs = 60;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A picture as a file in hand. Only the last one is kept, so that memory stays comparable. */
export const loadSource = async (pictureUrl: string): Promise<Blob> => {
  const known = sources.get(pictureUrl);
  if (known) return known;
  const response = await fetch(pictureUrl);
  if (!response.ok) throw new Error(`${pictureUrl}: ${response.status}`);
  const blob = await response.blob();
  sources.clear();
  sources.set(pictureUrl, blob);
  return blob;
};

/** Sends something to the command for safekeeping. */
export const keep = async (url: string, body: Blob | Uint8ClampedArray): Promise<void> => {
  const response = await fetch(url, { method: 'POST', body: body as BodyInit });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
};

/** Runs a candidate once, timed from the file in hand to the file made. */
export const measureRun = async (
  { pictureUrl, keepUrl }: Job,
  make: (source: Blob) => Promise<Outcome>,
): Promise<Run> => {
  const source = await loadSource(pictureUrl);
  window.gc?.();
  await pause(settleMs);
  const stopHeartbeat = startHeartbeat();
  const start = performance.now();
  try {
    const { blob, pixels, lossless } = await make(source);
    const ms = performance.now() - start;
    // A block that lasts to the very end is only seen by the beat after it.
    await pause(10);
    const pauses = stopHeartbeat();
    if (keepUrl !== null && blob) await keep(`${keepUrl}.file`, blob);
    if (keepUrl !== null && pixels) await keep(`${keepUrl}.rgba`, pixels());
    if (keepUrl !== null && lossless) await keep(`${keepUrl}.lossless`, await lossless());
    return { ms, ...pauses, bytes: blob?.size ?? 0, mime: blob?.type ?? '' };
  } catch (error) {
    const ms = performance.now() - start;
    return { ms, ...stopHeartbeat(), bytes: 0, mime: '', error: String(error) };
  }
};
