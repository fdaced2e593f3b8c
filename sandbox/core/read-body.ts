import type { IncomingMessage } from 'node:http';

export const maxBodyBytes = 8_000_000;
/** Where the sandbox stops listening to what it will refuse anyway. */
const drainLimitBytes = 64_000_000;

/**
 * The whole body, or undefined when it is over the cap. What is over is read and dropped, so that
 * the client gets to see the 413 instead of a broken connection.
 */
export async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let totalBytes = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    totalBytes += chunk.length;
    if (totalBytes <= maxBodyBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (totalBytes > drainLimitBytes) break;
  }
  return totalBytes > maxBodyBytes ? undefined : Buffer.concat(chunks);
}
