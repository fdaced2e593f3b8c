import sharp from 'sharp';

/** Facts of a picture file, measured on its bytes; sizes are upright. */
export interface PictureFile {
  readonly bytes: number;
  readonly mime: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

const mimes: Readonly<Record<string, string>> = { jpg: 'image/jpeg', heif: 'image/avif' };

/** Measures a file. What is no picture has size 0 and the mime of unknown bytes. */
export const measurePicture = async (bytes: Uint8Array): Promise<PictureFile> => {
  try {
    const { format, autoOrient } = await sharp(bytes).metadata();
    return {
      bytes: bytes.length,
      mime: mimes[format] ?? `image/${format}`,
      widthPx: autoOrient.width,
      heightPx: autoOrient.height,
    };
  } catch {
    return { bytes: bytes.length, mime: 'application/octet-stream', widthPx: 0, heightPx: 0 };
  }
};
