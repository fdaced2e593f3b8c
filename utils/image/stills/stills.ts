/** The stills of an animated picture, each composed as it is shown, whatever the file stores of it. */
export interface Stills {
  readonly count: number;
  /**
   * One still, counted from 0, at full size; null where it cannot be decoded. The caller's to close.
   * They are made one after another, as a late one may need all before it; one that is no longer wanted
   * when its turn comes is not made, and null.
   */
  still(index: number, isWanted?: () => boolean): Promise<ImageBitmap | null>;
  close(): void;
}

/** Longest wait for a decoder to count its frames. */
const countTimeoutMs = 3000;

const decoderFor = async (data: ArrayBuffer, type: string): Promise<ImageDecoder | null> => {
  if (typeof ImageDecoder === 'undefined' || !(await ImageDecoder.isTypeSupported(type))) {
    return null;
  }
  return new ImageDecoder({ data, type, preferAnimation: true });
};

const hasCounted = (decoder: ImageDecoder): Promise<boolean> => {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), countTimeoutMs));
  const counted = Promise.all([decoder.tracks.ready, decoder.completed]).then(
    () => true,
    () => false,
  );
  return Promise.race([counted, late]);
};

const decodeStill = async (decoder: ImageDecoder, index: number): Promise<ImageBitmap | null> => {
  const frame = await decoder.decode({ frameIndex: index, completeFramesOnly: true }).then(
    ({ image }) => image,
    () => null,
  );
  if (frame === null) return null;
  const bitmap = await createImageBitmap(frame).catch(() => null);
  frame.close();
  return bitmap;
};

/**
 * Opens the stills of an animated picture's bytes, by the browser's ImageDecoder (Chromium 94, Firefox
 * 133). Null where there is no such thing, or there are not several.
 */
export const openStills = async (data: ArrayBuffer, type: string): Promise<Stills | null> => {
  const decoder = await decoderFor(data, type).catch(() => null);
  if (decoder === null) return null;
  const count = (await hasCounted(decoder)) ? (decoder.tracks.selectedTrack?.frameCount ?? 0) : 0;
  if (count < 2) {
    decoder.close();
    return null;
  }
  let turn: Promise<unknown> = Promise.resolve();
  return {
    count,
    still(index, isWanted = () => true) {
      const isThere = Number.isInteger(index) && index >= 0 && index < count;
      const still = turn.then(() => (isThere && isWanted() ? decodeStill(decoder, index) : null));
      turn = still.catch(() => null);
      return still;
    },
    close: () => decoder.close(),
  };
};
