import { openPicture, warmUp } from '../../utils/image/open-picture.ts';
import type { WantedFormat } from '../../utils/domain/picture.ts';
import { centreCrop, type Kind } from '../reference/centre-crop.ts';
import { runFolderJob } from './folder-job.ts';
import { loadSource, measureRun, type Outcome } from './measure-run.ts';
import { askStages } from './stages-link.ts';

/** The production pipeline as the studio calls it, worker start and end included. */
const makeFile = async (source: Blob, kind: Kind, format: WantedFormat): Promise<Blob> => {
  const { signal } = new AbortController();
  const opened = await openPicture(source, signal);
  if (!opened.ok) throw new Error(opened.error.kind);
  const picture = opened.value;
  const rect = centreCrop(picture.facts, kind);
  const prepared = await picture.prepare({ kind, rect, format }, signal);
  picture.preview.close();
  picture.close();
  if (!prepared.ok) throw new Error(prepared.error.kind);
  return prepared.value.blob;
};

/** What a person gets by default; the same again as PNG shows the pixels before encoding. */
const makeOurs = async (source: Blob, kind: Kind): Promise<Outcome> => ({
  blob: await makeFile(source, kind, 'auto'),
  lossless: () => makeFile(source, kind, 'png'),
});

/** Far less than it takes to choose a file. */
const readyMs = 600;

window.bench = {
  load: async (pictureUrl) => void (await loadSource(pictureUrl)),
  // As the studio does when it opens, long before a person has chosen a picture.
  ready: async () => {
    warmUp();
    await new Promise((resolve) => setTimeout(resolve, readyMs));
  },
  run: (job) => measureRun(job, (source) => makeOurs(source, job.kind)),
  stages: async (pictureUrl, kind) => askStages(await loadSource(pictureUrl), kind),
  folder: runFolderJob,
};
