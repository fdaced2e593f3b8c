import { Zip, ZipPassThrough } from 'fflate';

/** A zip file in the making. */
export interface ZipWriter {
  /** Adds a file; `atMs` is the date it gets, Unix ms. Names must be unique. */
  add(name: string, bytes: Uint8Array<ArrayBuffer>, atMs: number): void;
  /** The whole zip; nothing can be added after that. */
  end(): Blob;
}

/** Dates in zips begin in 1980, and the library writes none after 2099 (fflate 0.8.3); a day's room for zones. */
const earliestMs = 315_619_200_000;
const latestMs = 4_102_272_000_000;

/**
 * Writes a zip without packing: pictures are packed already. Each file becomes a Blob of its own, which
 * the browser may keep on disk, so that only one picture at a time is held in memory.
 */
export const createZipWriter = (): ZipWriter => {
  const files: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const flush = (): void => {
    files.push(new Blob(parts));
    parts = [];
  };
  return {
    add: (name, bytes, atMs) => {
      const file = new ZipPassThrough(name);
      file.mtime = Math.min(Math.max(atMs, earliestMs), latestMs);
      zip.add(file);
      file.push(bytes, true);
      flush();
    },
    end: () => {
      zip.end();
      flush();
      return new Blob(files, { type: 'application/zip' });
    },
  };
};
