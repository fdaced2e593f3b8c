import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../domain/history.ts';
import { findBlob } from '../../platform/blob-store.ts';
import { closeDatabase } from '../../platform/database.ts';
import {
  keepPicture,
  listHistory,
  pinPicture,
  removeFromHistory,
  renamePicture,
} from '../../platform/history-store.ts';
import { writeSetting } from '../../platform/settings-store.ts';
import { dumpRaw } from '../../platform/testing/frozen.ts';
import { colouredPicture } from '../testing/history-scene.ts';
import { exportHistory } from './export-history.ts';
import { importHistory } from './import-history.ts';
import { sha256Of } from './measure-picture.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(closeDatabase);

const keep = async (colour: string, over: Partial<HistoryEntry> = {}): Promise<string> => {
  const bytes = await colouredPicture(colour);
  return keepPicture({
    accountId: '12',
    handle: 'ada_paints',
    kind: 'avatar',
    source: 'set',
    mime: 'image/jpeg',
    widthPx: 400,
    heightPx: 400,
    bytes: bytes.length,
    sha256: await sha256Of(bytes),
    pictureKey: `1/${colour.slice(1)}`,
    blob: new Blob([bytes], { type: 'image/jpeg' }),
    ...over,
  });
};

/** What a person would miss: everything but where the file lies and X's keys. */
const described = async () =>
  Promise.all(
    (await listHistory()).map(async ({ id: _id, blobKey, pictureKeys: _keys, ...rest }) => {
      const blob = await findBlob(blobKey);
      return {
        ...rest,
        content: blob && (await sha256Of(new Uint8Array(await blob.arrayBuffer()))),
      };
    }),
  );

const clear = async (): Promise<void> =>
  removeFromHistory((await listHistory()).map(({ id }) => id));

const filesOf = async (zip: Blob): Promise<Record<string, Uint8Array<ArrayBuffer>>> =>
  unzipSync(new Uint8Array(await zip.arrayBuffer())) as Record<string, Uint8Array<ArrayBuffer>>;

/** An exported file with some of its files changed, packed by another program. */
const rewritten = async (
  zip: Blob,
  change: (files: Record<string, Uint8Array<ArrayBuffer>>) => void,
): Promise<Blob> => {
  const files = await filesOf(zip);
  change(files);
  return new Blob([zipSync(files)]);
};

const manifestIn = (files: Record<string, Uint8Array>): { pictures: Record<string, unknown>[] } =>
  JSON.parse(new TextDecoder().decode(files['manifest.json'])) as {
    pictures: Record<string, unknown>[];
  };

const withManifest = (
  files: Record<string, Uint8Array<ArrayBuffer>>,
  change: (manifest: { pictures: Record<string, unknown>[] }) => void,
): void => {
  const manifest = manifestIn(files);
  change(manifest);
  files['manifest.json'] = new TextEncoder().encode(JSON.stringify(manifest));
};

describe('the file', () => {
  test('holds a manifest and the pictures under names a person can read', async () => {
    await keep('#c60', { name: 'My <beach>.jpg' });
    await keep('#06c', { name: 'My <beach>.jpg' });
    const files = await filesOf(await exportHistory(Date.UTC(2026, 10, 21)));
    const day = new Date().toISOString().slice(0, 10);
    expect(Object.keys(files).toSorted()).toEqual([
      `${day} ada_paints avatar My beach (2).jpg`,
      `${day} ada_paints avatar My beach.jpg`,
      'manifest.json',
    ]);
    expect(manifestIn(files)).toMatchObject({ format: 'facelift-history', version: 1 });
  });

  test('brings all of it back after everything was deleted', async () => {
    const pinned = await keep('#c60');
    await pinPicture(pinned, true);
    await renamePicture(await keep('#06c', { source: 'saved' }), 'Grey days');
    await keep('#0c6', { handle: 'bo_bakes', accountId: '13' });
    const before = await described();
    const file = await exportHistory(Date.now());
    await clear();
    expect((await dumpRaw()).stores['blobs']).toEqual([]);
    expect(await importHistory(file)).toEqual({
      ok: true,
      value: { taken: 3, known: 0, refused: [] },
    });
    expect(await described()).toEqual(before);
  });

  test('imported twice, or where the pictures still are, adds nothing and changes nothing', async () => {
    const id = await keep('#c60');
    const file = await exportHistory(Date.now());
    await renamePicture(id, 'Renamed since');
    const before = await listHistory();
    expect(await importHistory(file)).toMatchObject({ value: { taken: 0, known: 1 } });
    expect(await listHistory()).toEqual(before);
  });

  test('may have been unpacked into a folder and packed again', async () => {
    await keep('#c60');
    const moved = await rewritten(await exportHistory(Date.now()), (files) => {
      for (const name of Object.keys(files)) {
        files[`../../My history/${name}`] = files[name] ?? new Uint8Array();
        delete files[name];
      }
    });
    await clear();
    expect(await importHistory(moved)).toMatchObject({ value: { taken: 1, refused: [] } });
  });
});

describe('a file that is not as it was', () => {
  test('good pictures are taken, bad ones are named with the reason', async () => {
    for (const colour of ['#111', '#222', '#333', '#444', '#555'])
      await keep(colour, { name: colour });
    const file = await rewritten(await exportHistory(Date.now()), (files) => {
      withManifest(files, ({ pictures }) => {
        const [one, two, three, four] = pictures;
        if (!one || !two || !three || !four) throw new Error('five pictures');
        one['isPinned'] = 'yes';
        delete files[String(two['file'])];
        const bytes = files[String(three['file'])];
        if (bytes) bytes[bytes.length - 20] = 7;
        four['sha256'] = '0'.repeat(64);
      });
    });
    await clear();
    const report = await importHistory(file);
    expect(report).toMatchObject({ ok: true, value: { taken: 1, known: 0 } });
    if (!report.ok) return;
    expect(report.value.refused.map(({ why }) => why).toSorted()).toEqual([
      'badRecord',
      'damaged',
      'damaged',
      'missing',
    ]);
  });

  test('a file that is no picture is refused although all else is right', async () => {
    await keep('#111');
    const words = new TextEncoder().encode('<script>alert(1)</script>');
    const sha256 = await sha256Of(words);
    const file = await rewritten(await exportHistory(Date.now()), (files) =>
      withManifest(files, ({ pictures: [picture] }) => {
        if (!picture) throw new Error('one picture');
        files[String(picture['file'])] = words;
        Object.assign(picture, { sha256, bytes: words.length });
      }),
    );
    await clear();
    expect(await importHistory(file)).toMatchObject({
      value: { taken: 0, refused: [{ why: 'notAPicture' }] },
    });
  });

  test('sizes that add up to more than any history are refused before anything is unpacked', async () => {
    await keep('#111');
    const file = await rewritten(await exportHistory(Date.now()), (files) =>
      withManifest(files, (manifest) => {
        const [picture] = manifest.pictures;
        manifest.pictures = Array.from({ length: 100 }, () => ({ ...picture, bytes: 20_000_000 }));
      }),
    );
    expect(await importHistory(file)).toEqual({ ok: false, error: { kind: 'tooLarge' } });
  });

  test.each([
    ['no zip', new Blob(['words']), 'notZip'],
    ['an empty zip', new Blob([zipSync({})]), 'notHistory'],
    ['pictures only', new Blob([zipSync({ 'a.jpg': new Uint8Array(9) })]), 'notHistory'],
    [
      'another manifest',
      new Blob([zipSync({ 'manifest.json': new TextEncoder().encode('{"name":"x"}') })]),
      'notHistory',
    ],
  ])('%s is refused whole', async (_name, file, kind) => {
    expect(await importHistory(file)).toEqual({ ok: false, error: { kind } });
  });
});

test('what has no room is refused, pinned and newest first; nothing that was there goes', async () => {
  for (const [index, colour] of ['#111', '#222', '#333'].entries()) {
    const id = await keep(colour, { usedAtMs: 1000 + index });
    if (index === 0) await pinPicture(id, true);
  }
  const pictures = await listHistory();
  const file = await exportHistory(Date.now());
  await clear();
  await writeSetting('historyLimitBytes', 50_000_000);
  const bytes = pictures[0]?.bytes ?? 0;
  const filler = await keep('#abc', { bytes: 50_000_000 - Math.floor(2.5 * bytes) });
  expect(await importHistory(file)).toMatchObject({
    value: { taken: 2, refused: [{ why: 'noRoom' }] },
  });
  const after = await listHistory();
  expect(after.some(({ id }) => id === filler)).toBe(true);
  const came = after.filter(({ id }) => id !== filler);
  expect(came.map(({ usedAtMs }) => usedAtMs)).toEqual([1002, 1000]);
});
