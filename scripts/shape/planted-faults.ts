/** Code that one lint rule must find fault with when it stands at this path. */
export interface Fault {
  readonly path: string;
  readonly rule: string;
  readonly code: string;
}

const manyLines = Array.from({ length: 252 }, (_, line) => `export const line${line} = ${line};`);
const longBody = Array.from({ length: 62 }, (_, line) => `  take(${line});`).join('\n');
const unionType = "export type Kind = 'one' | 'two';";

/** A guard that cannot fire is a defect: here every one of them gets a fault to find. */
export const faults: readonly Fault[] = [
  {
    path: 'utils/domain/upward.ts',
    rule: 'no-restricted-imports',
    code: "export * from '../api/target.ts';",
  },
  { path: 'utils/domain/package.ts', rule: 'no-restricted-imports', code: "export * from 'idb';" },
  {
    path: 'utils/domain/clock.ts',
    rule: 'no-restricted-globals',
    code: 'export const now = (): number => Date.now();',
  },
  {
    path: 'utils/domain/chance.ts',
    rule: 'no-restricted-properties',
    code: 'export const roll = (): number => Math.random();',
  },
  {
    path: 'utils/api/sideways.ts',
    rule: 'no-restricted-imports',
    code: "export * from '../image/target.ts';",
  },
  {
    path: 'utils/api/extension.ts',
    rule: 'no-restricted-imports',
    code: "export { browser } from 'wxt/browser';",
  },
  {
    path: 'utils/api/network.ts',
    rule: 'no-restricted-globals',
    code: "export const get = () => fetch('https://api.x.com');",
  },
  {
    path: 'utils/image/deep/sideways.ts',
    rule: 'no-restricted-imports',
    code: "export * from '../../platform/target.ts';",
  },
  {
    path: 'utils/image/extension.ts',
    rule: 'no-restricted-globals',
    code: 'export const id = chrome.runtime.id;',
  },
  {
    path: 'utils/page/extension.ts',
    rule: 'no-restricted-imports',
    code: "export { storage } from '#imports';",
  },
  {
    path: 'utils/page/storage.ts',
    rule: 'no-restricted-globals',
    code: "export const read = () => localStorage.getItem('a');",
  },
  {
    path: 'utils/platform/upward.ts',
    rule: 'no-restricted-imports',
    code: "export * from '../swap/target.ts';",
  },
  {
    path: 'utils/swap/sideways.ts',
    rule: 'no-restricted-imports',
    code: "export * from '../page/target.ts';",
  },
  {
    path: 'utils/swap/extension.ts',
    rule: 'no-restricted-imports',
    code: "export { browser } from 'wxt/browser';",
  },
  {
    path: 'utils/accounts/upward.ts',
    rule: 'no-restricted-imports',
    code: "export * from '../../components/target.ts';",
  },
  {
    path: 'components/sideways.ts',
    rule: 'no-restricted-imports',
    code: "export * from '../utils/platform/target.ts';",
  },
  {
    path: 'components/deep/upward.ts',
    rule: 'no-restricted-imports',
    code: "export * from '../../entrypoints/target.ts';",
  },
  {
    path: 'components/network.ts',
    rule: 'no-restricted-globals',
    code: "export const get = () => fetch('/');",
  },
  {
    path: 'entrypoints/popup/workshop.ts',
    rule: 'no-restricted-imports',
    code: "export * from '../../sandbox/server.ts';",
  },
  { path: 'entrypoints/long.ts', rule: 'max-lines', code: manyLines.slice(0, 62).join('\n') },
  { path: 'utils/page/long.ts', rule: 'max-lines', code: manyLines.join('\n') },
  {
    path: 'utils/page/long-function.ts',
    rule: 'max-lines-per-function',
    code: `declare const take: (n: number) => void;\nexport const run = (): void => {\n${longBody}\n};`,
  },
  {
    path: 'utils/page/circle-a.ts',
    rule: 'no-cycle',
    code: "import { b } from './circle-b.ts';\nexport const a = (): number => b();",
  },
  {
    path: 'utils/page/circle-b.ts',
    rule: 'no-cycle',
    code: "import { a } from './circle-a.ts';\nexport const b = (): number => a();",
  },
  { path: 'utils/page/any.ts', rule: 'no-explicit-any', code: 'export const x: any = 1;' },
  {
    path: 'utils/page/floating.ts',
    rule: 'no-floating-promises',
    code: 'export const f = (): void => { Promise.resolve(1); };',
  },
  {
    path: 'utils/page/misused.ts',
    rule: 'no-misused-promises',
    code: 'export const f = (): void => { [1].forEach(async () => {}); };',
  },
  {
    path: 'utils/page/switch.ts',
    rule: 'switch-exhaustiveness-check',
    code: `${unionType}\nexport const f = (kind: Kind): void => { switch (kind) { case 'one': return; } };`,
  },
  {
    path: 'utils/page/equal.ts',
    rule: 'eqeqeq',
    code: 'export const same = (a: number, b: number): boolean => a == b;',
  },
  {
    path: 'utils/page/type-import.ts',
    rule: 'consistent-type-imports',
    code: "import { T } from './types.ts';\nexport const t: T = 1;",
  },
  {
    path: 'utils/page/thrown.ts',
    rule: 'only-throw-error',
    code: "export const f = (): never => { throw 'words'; };",
  },
  { path: 'utils/page/default.ts', rule: 'no-default-export', code: 'export default 1;' },
  { path: 'utils/page/log.ts', rule: 'no-console', code: "console.log('here');\nexport {};" },
  {
    path: 'components/Danger.tsx',
    rule: 'no-danger',
    code: 'export const D = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;',
  },
];

/** What is right and must not be found fault with. */
export const sound: readonly Pick<Fault, 'path' | 'code'>[] = [
  { path: 'utils/api/downward.ts', code: "export * from '../domain/target.ts';" },
  {
    path: 'utils/swap/downward.ts',
    code: "export * from '../api/target.ts';\nexport * from '../platform/target.ts';",
  },
  { path: 'utils/platform/extension.ts', code: "export { browser } from 'wxt/browser';" },
  { path: 'components/downward.ts', code: "export * from '../utils/domain/target.ts';" },
  { path: 'entrypoints/popup/downward.ts', code: "export * from '../../utils/swap/downward.ts';" },
  { path: 'utils/page/types.ts', code: 'export type T = number;' },
];
