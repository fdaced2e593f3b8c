import { openPicture } from '../../utils/image/open-picture.ts';
import { centreCrop, type Kind } from '../reference/centre-crop.ts';
import { keep } from './measure-run.ts';
import type { FolderJob, FolderRun } from './page-api.ts';

const kinds = ['avatar', 'banner'] as const;

type Found = Blob | string;
type Report = (kind: Kind, found: Found) => void;

/** The production pipeline, opened once for both kinds. Reports a file or an error's name for each. */
const make = async (source: Blob, signal: AbortSignal, report: Report): Promise<void> => {
  const opened = await openPicture(source, signal);
  if (!opened.ok) return kinds.forEach((kind) => report(kind, opened.error.kind));
  const picture = opened.value;
  picture.preview.close();
  for (const kind of kinds) {
    const rect = centreCrop(picture.facts, kind);
    const prepared = await picture.prepare({ kind, rect }, signal);
    report(kind, prepared.ok ? prepared.value.blob : prepared.error.kind);
  }
  picture.close();
};

/** Runs one file of a folder through the pipeline; what takes longer than its time is given up. */
export const runFolderJob = async (job: FolderJob): Promise<Readonly<Record<Kind, FolderRun>>> => {
  const source = await (await fetch(job.sourceUrl)).blob();
  const stop = new AbortController();
  const runs = new Map<Kind, { readonly ms: number; readonly found: Found }>();
  const start = performance.now();
  const report: Report = (kind, found) => {
    if (!runs.has(kind)) runs.set(kind, { ms: performance.now() - start, found });
  };
  const reportRest = (error: string): void => kinds.forEach((kind) => report(kind, error));
  let timer = 0;
  const late = new Promise<void>((resolve) => {
    timer = window.setTimeout(() => resolve(reportRest('timedOut')), job.timeoutMs);
  });
  await Promise.race([make(source, stop.signal, report), late]).catch((error: unknown) =>
    reportRest(String(error)),
  );
  window.clearTimeout(timer);
  stop.abort();
  const settled = async (kind: Kind): Promise<FolderRun> => {
    const { ms, found } = runs.get(kind) ?? { ms: performance.now() - start, found: 'no result' };
    if (typeof found === 'string') return { ms, error: found };
    await keep(job.keepUrls[kind], found);
    return { ms };
  };
  return { avatar: await settled('avatar'), banner: await settled('banner') };
};
