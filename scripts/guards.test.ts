import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './setup/run-command.ts';
import { faults, sound } from './shape/planted-faults.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'ESNext',
  module: 'ESNext',
  moduleResolution: 'Bundler',
  allowImportingTsExtensions: true,
  jsx: 'react-jsx',
  jsxImportSource: 'preact',
  types: [],
};

interface Finding {
  readonly filename: string;
  readonly code: string;
}

let folder = '';
let findings: readonly Finding[] = [];

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${text}\n`);
};

const run = (script: string, ...args: string[]) =>
  runCommand(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: folder });

const rulesFiredIn = (path: string): string[] =>
  findings
    .filter(({ filename }) => filename === path)
    .map(({ code }) => code.replace(/^.*\(|\)$/g, ''));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facelift-guards-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.domain.json']) {
    cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  put('tsconfig.json', JSON.stringify({ compilerOptions }));
  for (const room of ['api', 'domain', 'image', 'page', 'platform', 'swap']) {
    put(`utils/${room}/target.ts`, `export const ${room} = 1;`);
  }
  for (const { path, code } of [...faults, ...sound]) put(path, code);
  const { output } = await run('oxlint/bin/oxlint', '--type-aware', '--format=json');
  findings = (JSON.parse(output) as { diagnostics: Finding[] }).diagnostics;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the lint rules find a planted fault', () => {
  test.for(faults)('$rule in $path', ({ path, rule }) => {
    expect(rulesFiredIn(path)).toContain(rule);
  });
});

describe('the lint rules leave alone what is right', () => {
  test.for(sound)('$path', ({ path }) => {
    expect(rulesFiredIn(path)).toEqual([]);
  });
});

test('utils/domain does not compile with a DOM in it', async () => {
  for (const { path } of faults) if (path.startsWith('utils/domain/')) rmSync(join(folder, path));
  put('utils/domain/dom.ts', 'export const title = document.title;');
  const { code, output } = await run('typescript/bin/tsc', '-p', 'tsconfig.domain.json');
  expect(code).not.toBe(0);
  expect(output).toMatch(/dom\.ts.*document/);
}, 60_000);
