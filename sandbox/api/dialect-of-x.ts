import { codedError, problem } from './errors.ts';
import { challenge, refusalFor } from './refusals.ts';
import { endpoints } from './table.ts';
import type { Dialect } from './types.ts';

/** X itself. */
export const dialectOfX: Dialect = {
  endpoints,
  routeOf: (path) => path,
  refuse: (path, code) => {
    const answer = refusalFor(path, code);
    return { ...answer, headers: { ...answer.headers, ...challenge(answer.status, code) } };
  },
  missing: (path) =>
    path.startsWith('/2/') ? problem(404, 'Not Found', 'Not Found') : codedError(34),
  headersFor: (token) => ({ 'x-access-level': token.access }),
};
