/** Reads a body of at most `maxBytes`; null where there is more, of which nothing further is read. */
export const readBounded = async (
  response: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    return null;
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let count = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    count += part.value.length;
    if (count > maxBytes) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};
