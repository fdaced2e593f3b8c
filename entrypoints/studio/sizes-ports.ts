import type { SizesPorts } from '../../components/sizes-ports.ts';
import { browserApiPorts } from '../../utils/api/browser-ports.ts';
import { err } from '../../utils/domain/result.ts';
import { askFromOwnPage } from '../../utils/platform/messaging.ts';
import { fetchSize } from '../../utils/repair/fetch-size.ts';

/** Sizes of pictures in a real browser: public files from here, the signed look-up from the background. */
export const sizesPorts: SizesPorts = {
  fetchSize: (address, signal) => fetchSize(browserApiPorts.fetch, address, signal),
  findPerson: async (who, accountId) => {
    const answer = await askFromOwnPage('person.find', { who, accountId });
    return answer.ok ? answer.value : err({ kind: 'notReached' });
  },
};
