import { candidates, type Candidate, type Run, type Stages } from '../page/page-api.ts';
import type { PictureFile } from '../pictures/picture-file.ts';
import type { Kind } from '../reference/centre-crop.ts';
import type { BenchServer } from '../site/server.ts';
import type { StageRuns, Timing } from './results.ts';
import type { Tabs } from './tabs.ts';

const kinds = ['avatar', 'banner'] as const;

interface Cell {
  readonly candidate: Candidate;
  readonly sizeClass: '12 MP' | '48 MP';
  readonly kind: Kind;
  readonly pictureUrl: string;
  readonly runs: Run[];
}

const cellsFor = (server: BenchServer, pictures: readonly PictureFile[]): readonly Cell[] =>
  pictures.flatMap(({ timedAs, file }) =>
    timedAs === undefined
      ? []
      : kinds.flatMap((kind) =>
          candidates.map((candidate) => ({
            candidate,
            sizeClass: timedAs,
            kind,
            pictureUrl: server.offer(file),
            runs: [],
          })),
        ),
  );

/** The same list begun at another place, so that no candidate always follows the same one. */
const rotated = <T>(list: readonly T[], by: number): readonly T[] => {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
};

/**
 * Times every candidate on the 12 and 48 megapixel pictures. Candidates take turns within a repeat, so
 * that what else the machine does falls on all of them; the first turn warms up and does not count.
 */
export const measureTiming = async (
  tabs: Tabs,
  server: BenchServer,
  pictures: readonly PictureFile[],
  repeats: number,
): Promise<readonly Timing[]> => {
  const cells = cellsFor(server, pictures);
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    for (let from = 0; from < cells.length; from += candidates.length) {
      const turn = rotated(cells.slice(from, from + candidates.length), repeat * 3);
      for (const { candidate, kind, pictureUrl, runs } of turn) {
        const run = await tabs.run({ candidate, kind, pictureUrl, keepUrl: null });
        if (repeat > 0) runs.push(run);
      }
    }
    process.stderr.write(`  timed, turn ${repeat} of ${repeats}\n`);
  }
  return cells.map(({ candidate, sizeClass, kind, runs }) => ({
    candidate,
    sizeClass,
    kind,
    runs,
  }));
};

/** Takes our own pipeline through its steps, several times. */
export const measureStages = async (
  tabs: Tabs,
  server: BenchServer,
  pictures: readonly PictureFile[],
  repeats: number,
): Promise<readonly StageRuns[]> => {
  const results: StageRuns[] = [];
  await tabs.ours.front();
  for (const { timedAs: sizeClass, file } of pictures) {
    if (sizeClass === undefined) continue;
    for (const kind of kinds) {
      const runs: Stages[] = [];
      const url = server.offer(file);
      for (let at = 0; at < repeats; at += 1)
        runs.push(await tabs.ours.call('stages', [url, kind]));
      results.push({ sizeClass, kind, runs });
    }
  }
  return results;
};
