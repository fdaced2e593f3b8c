import { describe, expect, test } from 'vitest';
import { createSession } from './session.ts';
import { sniff } from './sniff/sniff.ts';
import { middleRect } from './testing/opened.ts';
import { bytesOf, decodedPixels } from './testing/pictures.ts';

/** A folder of difficult pictures that may stand beside the project; without it nothing runs. */
const files = import.meta.glob<string>('../../../shared/data/images/**/*.*', {
  query: '?url',
  import: 'default',
  eager: true,
});

const named = Object.entries(files)
  .map(([path, url]) => [path.slice(path.indexOf('images/') + 7), url] as const)
  .filter(([name]) => !name.endsWith('.md'));

/** Opens and prepares as the worker does; gives the result's format, or the kind of the refusal. */
const outcomeOf = async (url: string): Promise<string> => {
  const source = await (await fetch(url)).blob();
  const session = createSession();
  const opened = await session.handle({ kind: 'open', id: 1, source });
  if (opened?.kind !== 'opened') return opened?.kind === 'failed' ? opened.error.kind : 'nothing';
  opened.preview.close();
  const rect = middleRect(opened.facts, 'avatar');
  const result = await session.handle({
    kind: 'prepare',
    id: 2,
    request: { kind: 'avatar', rect },
  });
  if (result?.kind !== 'prepared') return result?.kind === 'failed' ? result.error.kind : 'nothing';
  const { blob, facts } = result;
  expect(sniff(await bytesOf(blob))).toMatchObject({
    kind: 'picture',
    size: { kind: 'size', widthPx: 400, heightPx: 400 },
  });
  const { pixels } = await decodedPixels(blob);
  expect(pixels).toHaveLength(400 * 400 * 4);
  return facts.mime;
};

const refusals = ['decodeFailed', 'notAnImage', 'tooManyPixels', 'unreadableFormat'];
const isMeantToFail = (name: string): boolean =>
  /^(?:bomb|broken)\/|^pngsuite\/x|thin_|bomb_/u.test(name);

describe.runIf(named.length > 0)('every picture of the folder', () => {
  test.each(named)('%s ends in a picture or a named refusal', async (name, url) => {
    const outcome = await outcomeOf(url);
    const good = ['image/jpeg', 'image/png'];
    expect(isMeantToFail(name) ? [...good, ...refusals] : good).toContain(outcome);
  });
});

test.runIf(named.length === 0)('no such folder here', () => {
  expect(named).toEqual([]);
});
