import { describe, expect, test } from 'vitest';
import { archiveLimits, readManifest } from './history-archive.ts';
import { importProblemText, importReportText } from './history-texts.ts';

const picture = {
  file: '2026-11-21 ada_paints avatar.jpg',
  sha256: 'a'.repeat(64),
  bytes: 1000,
  accountId: '9007199254740993',
  kind: 'avatar',
  source: 'set',
  createdAtMs: 1_795_000_000_000,
  isPinned: false,
};

const manifest = (pictures: readonly unknown[], over: object = {}): string =>
  JSON.stringify({ format: 'facelift-history', version: 1, exportedAtMs: 1, pictures, ...over });

describe('a manifest', () => {
  test('is read, fields it does not know are left out', () => {
    const read = readManifest(manifest([{ ...picture, token: 'x', name: ' Beach\n' }]));
    expect(read).toEqual({
      ok: true,
      value: { pictures: [{ ...picture, name: 'Beach' }], bad: [] },
    });
  });

  test.each([
    ['no JSON', 'PK'],
    ['no object', '[]'],
    ['something else', '{"format":"other","version":1,"pictures":[]}'],
    ['no pictures', manifest([], { pictures: {} })],
    ['no version', manifest([], { version: 'one' })],
  ])('%s is none', (_name, text) => {
    expect(readManifest(text)).toEqual({ ok: false, error: { kind: 'notHistory' } });
  });

  test('of a newer version is told from a broken one', () => {
    const read = readManifest(manifest([], { version: 2 }));
    expect(read).toEqual({ ok: false, error: { kind: 'newerVersion', version: 2 } });
  });

  test('with more pictures than any history is refused', () => {
    const many = Array.from({ length: archiveLimits.maxEntries + 1 }, () => 0);
    expect(readManifest(manifest(many))).toMatchObject({ error: { kind: 'tooManyFiles' } });
  });

  test.each([
    ['hash', { sha256: 'A'.repeat(64) }],
    ['negative size', { bytes: -1 }],
    ['huge size', { bytes: 20_000_001 }],
    ['fraction of a byte', { bytes: 1.5 }],
    ['account', { accountId: '../12' }],
    ['kind', { kind: 'header' }],
    ['source', { source: '__proto__' }],
    ['time', { createdAtMs: 1e300 }],
    ['pin', { isPinned: 'yes' }],
    ['name', { name: 7 }],
    ['handle', { handle: '<b>' }],
  ])('a record with a wrong %s is refused, the others are taken', (_name, wrong) => {
    const read = readManifest(manifest([{ ...picture, ...wrong }, picture, null]));
    expect(read).toEqual({
      ok: true,
      value: { pictures: [picture], bad: [picture.file, ''] },
    });
  });
});

test('words for what came of it', () => {
  expect(importReportText({ taken: 1, known: 0, refused: [] })).toBe('1 picture imported.');
  expect(importReportText({ taken: 12, known: 3, refused: [{ file: 'a', why: 'damaged' }] })).toBe(
    '12 pictures imported, 3 already here, 1 not taken.',
  );
  for (const kind of ['unreadable', 'tooLarge', 'notZip', 'tooManyFiles', 'notHistory'] as const) {
    expect(importProblemText({ kind }).next).toMatch(/\.$/);
  }
});
