import type { HistoryEntry } from '../../domain/history.ts';
import { shownAtMs } from '../../domain/history-rules.ts';

/** The manifest's name in the archive. */
export const manifestName = 'manifest.json';

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
};

/** What a kind of file is called at the end of its name, without the dot. */
export const endingOf = (mime: string): string => endings[mime] ?? 'bin';

// Not allowed in names on Windows, or of a meaning on some system.
const unfit = /[<>:"/\\|?*\p{Cc}\p{Cf}]+/gu;

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

const stemOf = (entry: HistoryEntry): string => {
  const own = (entry.name ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const parts = [dayOf(shownAtMs(entry)), entry.handle ?? entry.accountId, entry.kind, own];
  const stem = parts.join(' ').replace(unfit, ' ').replace(/\s+/g, ' ');
  return [...stem].slice(0, 100).join('').trim().replace(/\.+$/, '');
};

/** Names for the files of entries that a person can read, each once, in the order of the entries. */
export const fileNames = (entries: readonly HistoryEntry[]): readonly string[] => {
  const taken = new Set([manifestName]);
  return entries.map((entry) => {
    const [stem, ending] = [stemOf(entry), endingOf(entry.mime)];
    let name = `${stem}.${ending}`;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      name = `${stem} (${count}).${ending}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
};
