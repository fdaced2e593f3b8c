import type { ImportProblem, ImportReport } from '../../utils/domain/history-archive.ts';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import type { UndoProblem } from '../../utils/domain/undo-offer.ts';
import type { HistoryPorts } from '../history-ports.ts';
import { createFeed } from './fake-ports.ts';

export const someEntry = (over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: 'entry-1',
  accountId: '1234567890123456789',
  handle: 'ada_paints',
  kind: 'avatar',
  createdAtMs: Date.UTC(2026, 10, 21, 12),
  source: 'set',
  isPinned: false,
  bytes: 84_000,
  mime: 'image/jpeg',
  widthPx: 400,
  heightPx: 400,
  blobKey: `blob-of-${over.id ?? 'entry-1'}`,
  ...over,
});

/** As many entries as asked for, newest first, a day apart. */
export const manyEntries = (count: number): readonly HistoryEntry[] =>
  Array.from({ length: count }, (_, index) =>
    someEntry({
      id: `entry-${index}`,
      name: `Picture ${index}`,
      source: index % 2 === 0 ? 'set' : 'saved',
      createdAtMs: Date.UTC(2026, 10, 21, 12) - index * 86_400_000,
    }),
  );

const drawing = async (entry: HistoryEntry): Promise<Blob> => {
  const canvas = new OffscreenCanvas(400, 400);
  const context = canvas.getContext('2d');
  if (context) {
    const hue = [...entry.id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 360;
    context.fillStyle = `hsl(${hue} 45% 55%)`;
    context.fillRect(0, 0, 400, 400);
    context.fillStyle = `hsl(${hue} 50% 30%)`;
    context.beginPath();
    context.arc(200, 240, 110, 0, 7);
    context.fill();
  }
  return canvas.convertToBlob({ type: entry.mime });
};

interface Given {
  readonly entries?: readonly HistoryEntry[];
  readonly isPrivate?: boolean;
  readonly limitBytes?: number;
  readonly undo?: Result<string, UndoProblem>;
  readonly imported?: Result<ImportReport, ImportProblem>;
  /** Entries whose file is gone. */
  readonly gone?: readonly string[];
}

/** A history with real pictures and no database behind it. `calls` says what was asked of it. */
export const createFakeHistory = (given: Given = {}) => {
  const entries = createFeed<readonly HistoryEntry[]>(given.entries ?? []);
  const calls: string[] = [];
  const read: string[] = [];
  const change = (id: string, over: Partial<HistoryEntry>): void =>
    entries.set(entries.get().map((entry) => (entry.id === id ? { ...entry, ...over } : entry)));
  const ports: HistoryPorts = {
    isPrivate: async () => given.isPrivate ?? false,
    watch: entries.watch,
    picture: async (entry) => {
      read.push(entry.id);
      return given.gone?.includes(entry.id) ? null : drawing(entry);
    },
    rename: async (id, name) => change(id, { name }),
    pin: async (id, isPinned) => change(id, { isPinned }),
    remove: async (ids) => entries.set(entries.get().filter(({ id }) => !ids.includes(id))),
    limitBytes: async () => given.limitBytes ?? 200_000_000,
    setLimit: async (bytes) => void calls.push(`limit ${bytes}`),
    useAsIs: async ({ entry, accountId, kind }) => {
      calls.push(`as it is ${entry.id} ${accountId} ${kind}`);
      return ok('job-of-history');
    },
    undo: async (jobId) => {
      calls.push(`undo ${jobId}`);
      return given.undo ?? ok('job-of-undo');
    },
    exportAll: async () => {
      calls.push('export');
      return new Blob(['zip']);
    },
    importFrom: async (file) => {
      calls.push(`import ${file.size}`);
      return given.imported ?? err({ kind: 'notZip' });
    },
  };
  return { ports, entries, calls, read };
};
