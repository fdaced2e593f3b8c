import { posix } from 'node:path';
import { isTest, type SourceFile } from './source-files.ts';

/** What each room that ships may import besides itself. Rooms that do not ship may import anything. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'utils/domain': [],
  'utils/api': ['utils/domain'],
  'utils/image': ['utils/domain'],
  'utils/page': ['utils/domain'],
  'utils/platform': ['utils/domain'],
  'utils/swap': ['utils/api', 'utils/image', 'utils/platform', 'utils/domain'],
  'utils/repair': ['utils/api', 'utils/image', 'utils/platform', 'utils/domain'],
  'utils/accounts': ['utils/api', 'utils/image', 'utils/platform', 'utils/domain'],
  components: ['utils/domain'],
  entrypoints: ['components', 'utils'],
};

/** Which room a path stands in: two steps below `utils`, else one. */
export const roomOf = (path: string): string => {
  const [first = '', second = ''] = path.split('/');
  return first === 'utils' ? `utils/${second}` : first;
};

/** The relative addresses a file imports, as paths from the root. */
export const importsOf = ({ path, text }: SourceFile): string[] => {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\1/g;
  return [...text.matchAll(pattern)].map((match) =>
    posix.join(posix.dirname(path), (match[2] ?? '').replace(/\?.*$/, '')),
  );
};

/** Imports that lead upwards or sideways, one readable line each. */
export const wrongImports = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => !isTest(path))
    .flatMap((file) => {
      const room = roomOf(file.path);
      const allowed = mayImport[room];
      if (!allowed) return [];
      const isAllowed = (target: string): boolean =>
        [room, ...allowed].some((place) => target.startsWith(`${place}/`));
      return importsOf(file)
        .filter((target) => !isAllowed(target))
        .map((target) => `${file.path} imports ${target}`);
    });
