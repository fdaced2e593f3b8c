import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { undocumented, unreasoned } from './shape/comments.ts';
import { wrongImports } from './shape/imports.ts';
import { isTest, lineCount, readSources, rooms, type SourceFile } from './shape/source-files.ts';
import { remoteScriptAddresses } from './strip-remote-addresses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readSources();
const shipped = files.filter(
  ({ path }) => /^(utils|components|entrypoints)\//.test(path) && !isTest(path),
);
const isIn = (room: string, { path }: SourceFile): boolean => path.startsWith(`${room}/`);
const planted = (path: string, text: string): SourceFile => ({ path, text });

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(shipped.length).toBeGreaterThan(50);
});

describe('size', () => {
  test('no file is longer than 250 lines', () => {
    const long = files.filter((file) => lineCount(file) > 250);
    expect(long.map((file) => `${file.path}: ${lineCount(file)}`)).toEqual([]);
  });

  test('half of what ships is short, and nine tenths fit on two screens', () => {
    const counts = shipped.map(lineCount).toSorted((a, b) => a - b);
    const at = (share: number): number => counts[Math.floor(counts.length * share)] ?? 0;
    expect(at(0.5)).toBeLessThanOrEqual(60);
    expect(at(0.9)).toBeLessThanOrEqual(150);
  });

  test('entrypoints only wire: 60 lines or fewer', () => {
    const long = files.filter((file) => isIn('entrypoints', file) && lineCount(file) > 60);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

describe('rooms', () => {
  test('every source file stands in one', () => {
    const atRoot = /^(wxt|vitest)\.config\.ts$/;
    const astray = files.filter(
      (file) => !atRoot.test(file.path) && !rooms.some((room) => isIn(room, file)),
    );
    expect(astray.map(({ path }) => path)).toEqual([]);
  });

  test('imports lead downward only', () => {
    expect(wrongImports(files)).toEqual([]);
  });

  test('an import upward or sideways would be found', () => {
    const faults = [
      planted('utils/domain/a.ts', "import { x } from '../api/x.ts';"),
      planted('utils/api/b.ts', "export { y } from '../image/encode/y.ts';"),
      planted('components/studio/C.tsx', "import type { Z } from '../../utils/platform/z.ts';"),
      planted('utils/swap/d.ts', "const page = await import('../page/d.ts');"),
      planted('entrypoints/popup/main.tsx', "import '../../sandbox/server.ts';"),
      planted('utils/image/e.ts', "import Worker from '../swap/e.ts?worker';"),
    ];
    expect(wrongImports(faults)).toHaveLength(faults.length);
    expect(wrongImports([planted('utils/swap/f.ts', "import '../domain/f.ts';")])).toEqual([]);
  });

  test('names say what kind of file it is', () => {
    const component = /^[A-Z][A-Za-z0-9]*(\.[a-z]+)*\.tsx$/;
    const other = /^[a-z0-9]+([.-][a-z0-9]+)*\.\w+$/;
    const odd = files.filter(({ path }) => {
      const name = path.split('/').at(-1) ?? '';
      return !other.test(name) && !(path.startsWith('components/') && component.test(name));
    });
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});

describe('words', () => {
  test('every exported function in utils has a doc comment', () => {
    expect(shipped.filter((file) => isIn('utils', file)).flatMap(undocumented)).toEqual([]);
  });

  test('one without would be found', () => {
    const bare = planted(
      'utils/api/a.ts',
      '\nexport const send = async (): Promise<void> => {};\n',
    );
    const told = planted('utils/api/b.ts', '/** Sends. */\nexport function send(): void {}\n');
    expect(undocumented(bare)).toEqual(['utils/api/a.ts send']);
    expect(undocumented(told)).toEqual([]);
  });

  test('whoever switches a check off says why', () => {
    expect(files.flatMap(unreasoned)).toEqual([]);
    const comment = ['//', 'oxlint-disable-next-line', 'no-console'].join(' ');
    expect(unreasoned(planted('a.ts', comment))).toEqual(['a.ts:1']);
    expect(unreasoned(planted('a.ts', `${comment} -- read by people`))).toEqual([]);
  });

  test('the documents are there, and their links lead somewhere', () => {
    const documents = ['README.md', 'CHANGELOG.md', 'LICENSE', 'docs/architecture.md'];
    expect(documents.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const dead = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map((m) => m[1] ?? '');
      return links
        .filter((link) => !existsSync(join(root, file, '..', link)))
        .map((link) => `${file}: ${link}`);
    });
    expect(dead).toEqual([]);
  });
});

describe('packages', () => {
  interface Manifest {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  }
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

  test('all versions are exact', () => {
    const versions = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(
      Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    ).toEqual([]);
  });

  test('the lock file knows all of them, those for other machines too', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    // `npm ci` refuses a lock file that leaves out what another system would need.
    const missing = Object.entries(lock.packages).flatMap(
      ([place, { optionalDependencies = {} }]) =>
        Object.keys(optionalDependencies).filter(
          (name) =>
            ![`node_modules/${name}`, `${place}/node_modules/${name}`].some(
              (at) => at in lock.packages,
            ),
        ),
    );
    expect(missing).toEqual([]);
  });
});

describe('what was built', () => {
  const built = globSync('.output/{chrome,firefox}-mv3/**/*.js', { cwd: root });

  test.skipIf(built.length === 0)('loads no script from elsewhere', () => {
    const found = built.flatMap((file) =>
      remoteScriptAddresses(readFileSync(join(root, file), 'utf8')).map((at) => `${file}: ${at}`),
    );
    expect(found).toEqual([]);
  });
});
