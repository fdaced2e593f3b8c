import { err, ok, type Result } from '../../domain/result.ts';

/** One file of a zip as its directory has it; nothing of it has been unpacked yet. */
export interface ZipEntry {
  /** The name without the folders before it: paths play no part. */
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly method: 'stored' | 'deflated';
  /** Where the entry's own header begins. */
  readonly offset: number;
}

/** Why the directory of a zip cannot be read. */
export type ZipProblem = 'notZip' | 'tooManyFiles' | 'unreadable';

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const headerSignature = 0x04034b50;
const endBytes = 22;
/** The end record may be followed by a comment of this length (APPNOTE 6.3.10, 4.4.12). */
const maxCommentBytes = 0xffff;
const entryBytes = 46;
const headerBytes = 30;
/** Bytes of directory an entry may take: longer names than this are not ours. */
const maxEntryBytes = 2048;

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(from, to).arrayBuffer());

const folders = /^.*[/\\]/s;

const methods: Readonly<Record<number, ZipEntry['method']>> = { 0: 'stored', 8: 'deflated' };

const isEncrypted = (flags: number): boolean => (flags & 1) !== 0;

interface Found {
  readonly entry: ZipEntry | null;
  readonly nextAt: number;
}

/** One entry of the directory; `entry` is null for folders and what cannot be unpacked. Null: no entry. */
const entryAt = (directory: DataView, at: number): Found | null => {
  if (at + entryBytes > directory.byteLength) return null;
  if (directory.getUint32(at, true) !== directorySignature) return null;
  const nameBytes = directory.getUint16(at + 28, true);
  const nextAt =
    at +
    entryBytes +
    nameBytes +
    directory.getUint16(at + 30, true) +
    directory.getUint16(at + 32, true);
  if (nextAt > directory.byteLength) return null;
  const letters = new Uint8Array(directory.buffer, at + entryBytes, nameBytes);
  const name = new TextDecoder().decode(letters).replace(folders, '');
  const method = methods[directory.getUint16(at + 10, true)];
  const isOdd = name === '' || !method || isEncrypted(directory.getUint16(at + 8, true));
  const entry = isOdd
    ? null
    : {
        name,
        method,
        packedBytes: directory.getUint32(at + 20, true),
        bytes: directory.getUint32(at + 24, true),
        offset: directory.getUint32(at + 42, true),
      };
  return { entry, nextAt };
};

const endRecord = (tail: DataView): number | null => {
  for (let at = tail.byteLength - endBytes; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === endSignature) return at;
  }
  return null;
};

/**
 * Reads the directory of a zip, which lies at its end, and nothing else: sizes and counts are known
 * before anything is unpacked. Zips past 4 GB or 65,535 files are not read. Never rejects. Errors:
 * `notZip` (damaged ones, too), `tooManyFiles` (more than `maxEntries`), `unreadable`.
 */
export const readZipDirectory = async (
  file: Blob,
  maxEntries: number,
): Promise<Result<readonly ZipEntry[], ZipProblem>> => {
  try {
    const tail = await viewOf(file, Math.max(0, file.size - endBytes - maxCommentBytes), file.size);
    const end = endRecord(tail);
    if (end === null) return err('notZip');
    const count = tail.getUint16(end + 10, true);
    if (count > maxEntries) return err('tooManyFiles');
    const [bytes, from] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
    if (from + bytes > file.size || bytes > count * maxEntryBytes) return err('notZip');
    const directory = await viewOf(file, from, from + bytes);
    const entries: ZipEntry[] = [];
    let at = 0;
    for (let index = 0; index < count; index += 1) {
      const found = entryAt(directory, at);
      if (!found) return err('notZip');
      if (found.entry) entries.push(found.entry);
      at = found.nextAt;
    }
    return ok(entries);
  } catch {
    return err('unreadable');
  }
};

/** Collects a stream, stopping it as soon as it gives more than it said it would; null then. */
const collect = async (
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  bytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const all = new Uint8Array(bytes);
  const reader = stream.getReader();
  let at = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (at + part.value.length > bytes) {
      await reader.cancel();
      return null;
    }
    all.set(part.value, at);
    at += part.value.length;
  }
  return at === bytes ? all : null;
};

/**
 * Unpacks one file of a zip. Takes no more memory than `entry.bytes` says, which the caller bounds, and
 * stops where the file turns out longer. Null where it is damaged, or is not what the directory says.
 */
export const readZipEntry = async (
  file: Blob,
  { offset, packedBytes, bytes, method }: ZipEntry,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    const header = await viewOf(file, offset, offset + headerBytes);
    if (header.getUint32(0, true) !== headerSignature) return null;
    const from = offset + headerBytes + header.getUint16(26, true) + header.getUint16(28, true);
    if (from + packedBytes > file.size) return null;
    const packed = file.slice(from, from + packedBytes).stream();
    return await collect(
      method === 'stored' ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw')),
      bytes,
    );
  } catch {
    return null;
  }
};
