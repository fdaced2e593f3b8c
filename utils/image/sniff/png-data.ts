import { latin1, u32be } from './bytes.ts';

/** The pieces of a PNG's one compressed stream, in order. */
function* dataChunks(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + u32be(bytes, at)) {
    if (latin1(bytes, at + 4, 4) === 'IDAT')
      yield bytes.subarray(at + 8, at + 8 + u32be(bytes, at));
  }
}

/**
 * Whether a PNG's compressed data can be taken apart to its end. What comes out is not looked at; it is
 * never held whole. False also where something follows the end, which browsers may
 * forgive.
 */
export const isPngDataSound = async (bytes: Uint8Array<ArrayBuffer>): Promise<boolean> => {
  const unpacked = new Blob([...dataChunks(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'));
  const ignore = new WritableStream();
  return unpacked.pipeTo(ignore).then(
    () => true,
    () => false,
  );
};
