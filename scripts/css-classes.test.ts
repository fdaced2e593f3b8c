import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../components/styles', import.meta.url));

/** Classes whose looks a sheet sets on their own, not inside of something else: `.size {`. */
const ownRules = (css: string): readonly string[] =>
  [...css.matchAll(/^(\.[a-z-]+(?:__[a-z-]+)?)(?: \{|,$)/gm)].map(([, name = '']) => name);

/** Parts of a look that several sheets add to on purpose, from the general to the particular. */
const shared: ReadonlySet<string> = new Set([
  '.button',
  '.icon-button',
  '.progress',
  '.select',
  '.stage',
  '.empty-stage',
]);

test('no two sheets mean different things by the same class: they are all loaded together', () => {
  const sheets = new Map<string, Set<string>>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.css'))) {
    for (const name of ownRules(readFileSync(join(folder, file), 'utf8'))) {
      sheets.set(name, (sheets.get(name) ?? new Set()).add(file));
    }
  }
  const twice = [...sheets].filter(([name, files]) => files.size > 1 && !shared.has(name));
  expect(sheets.size).toBeGreaterThan(100);
  expect(twice.map(([name, files]) => `${name} in ${[...files].join(' and ')}`)).toEqual([]);
});
