import { loadSource, measureRun } from './measure-run.ts';
import { peers } from './peers/peers.ts';

window.bench = {
  load: async (pictureUrl) => void (await loadSource(pictureUrl)),
  run: (job) => {
    const { candidate } = job;
    if (candidate === 'ours') throw new Error('ours has a page of its own');
    return measureRun(job, (source) => peers[candidate](source, job.kind));
  },
};
