import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readZipDirectory, readZipEntry } from './zip-read.ts';
import { createZipWriter } from './zip-write.ts';

const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);
const words = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes);

const directoryOf = async (file: Blob) => {
  const read = await readZipDirectory(file, 100);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

const entryOf = async (file: Blob, name: string) => {
  const entry = (await directoryOf(file)).find((each) => each.name === name);
  if (!entry) throw new Error(`no ${name}`);
  return entry;
};

/** A zip whose bytes were changed after it was written. */
const altered = async (file: Blob, change: (view: DataView) => void): Promise<Blob> => {
  const buffer = await file.arrayBuffer();
  change(new DataView(buffer));
  return new Blob([buffer]);
};

/** Where a signature stands last. */
const lastOf = (view: DataView, signature: number): number => {
  for (let at = view.byteLength - 4; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === signature) return at;
  }
  throw new Error('not found');
};

test('what was written is read back, byte for byte, in order', async () => {
  const zip = createZipWriter();
  zip.add('été 🐈.jpg', text('one'), Date.UTC(2026, 10, 21));
  zip.add('b.png', text(''), 0);
  zip.add('manifest.json', text('{}'), Number.MAX_SAFE_INTEGER);
  const file = zip.end();
  const entries = await directoryOf(file);
  expect(entries.map(({ name, bytes, method }) => [name, bytes, method])).toEqual([
    ['été 🐈.jpg', 3, 'stored'],
    ['b.png', 0, 'stored'],
    ['manifest.json', 2, 'stored'],
  ]);
  expect(words(await readZipEntry(file, await entryOf(file, 'été 🐈.jpg')))).toBe('one');
  expect(words(await readZipEntry(file, await entryOf(file, 'b.png')))).toBe('');
});

test("other programs' zips are read too: packed, in folders, with a comment", async () => {
  const packed = zipSync({
    'My history/': new Uint8Array(),
    'My history/a.txt': text('a'.repeat(5000)),
  });
  const file = new Blob([packed]);
  const entry = await entryOf(file, 'a.txt');
  expect(entry).toMatchObject({ method: 'deflated', bytes: 5000 });
  expect(words(await readZipEntry(file, entry))).toBe('a'.repeat(5000));
  const commented = await altered(new Blob([packed, 'a comment']), (view) =>
    view.setUint16(view.byteLength - 9 - 2, 9, true),
  );
  expect(await directoryOf(commented)).toHaveLength(1);
});

describe('a bad zip', () => {
  const good = (): Blob => new Blob([zipSync({ 'a.txt': text('a'.repeat(5000)) })]);

  test.each([
    ['empty', new Blob([])],
    ['words', new Blob(['These are words.'])],
    ['cut off', good().slice(0, 40)],
    ['its end only', good().slice(-22)],
  ])('%s is none', async (_name, file) => {
    expect(await readZipDirectory(file, 100)).toEqual({ ok: false, error: 'notZip' });
  });

  test('with too many files is refused by its count, unread', async () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}`, text('')])),
    );
    expect(await readZipDirectory(new Blob([many]), 100)).toEqual({
      ok: false,
      error: 'tooManyFiles',
    });
  });

  test('whose count is a lie is none', async () => {
    const file = await altered(good(), (view) => view.setUint16(view.byteLength - 12, 7, true));
    expect(await readZipDirectory(file, 100)).toMatchObject({ error: 'notZip' });
  });

  test('that unpacks to more than it says is stopped there: a bomb costs what it claims', async () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000));
    const file = new Blob([zipSync({ 'a.txt': [new Uint8Array(bomb), { level: 0 }] })]);
    const stored = await entryOf(file, 'a.txt');
    const claimed = { ...stored, method: 'deflated', bytes: 1000 } as const;
    expect(await readZipEntry(file, claimed)).toBeNull();
  });

  test('whose data are broken, short or elsewhere gives nothing', async () => {
    const file = good();
    const entry = await entryOf(file, 'a.txt');
    const broken = await altered(file, (view) => view.setUint32(entry.offset + 36, 0xffffffff));
    expect(await readZipEntry(broken, entry)).toBeNull();
    expect(await readZipEntry(file, { ...entry, bytes: 5001 })).toBeNull();
    expect(await readZipEntry(file, { ...entry, offset: 3 })).toBeNull();
    expect(await readZipEntry(file, { ...entry, offset: 1e9 })).toBeNull();
    expect(await readZipEntry(file, { ...entry, packedBytes: 1e9 })).toBeNull();
  });

  test('with an encrypted or strangely packed file leaves that file out', async () => {
    const encrypted = await altered(good(), (view) =>
      view.setUint16(lastOf(view, 0x02014b50) + 8, 1, true),
    );
    expect(await directoryOf(encrypted)).toEqual([]);
    const odd = await altered(good(), (view) =>
      view.setUint16(lastOf(view, 0x02014b50) + 10, 14, true),
    );
    expect(await directoryOf(odd)).toEqual([]);
  });
});
