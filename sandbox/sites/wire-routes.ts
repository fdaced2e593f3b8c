import type { JournalEntry } from '../core/journal.ts';
import type { Route } from './control-types.ts';

/** JSON has no bytes: bodies go in base64. */
const shown = (entry: JournalEntry) => ({
  ...entry,
  body: Buffer.from(entry.body).toString('base64'),
});

/** `control.wire` over HTTP. */
export const wireRoutes: Record<string, Route> = {
  'GET /wire/requests': (control) => control.wire.requests().map(shown),
  'GET /wire/sightings': (control, { query }) =>
    control.wire
      .sightings(query.get('text') ?? '')
      .map(({ entry, place }) => ({ place, request: shown(entry) })),
  'GET /wire/uploads': (control, { query }) => {
    const account = query.get('account');
    return control.wire.uploads(account === null ? {} : { account });
  },
  'GET /wire/overlaps': (control) => control.wire.overlaps(),
};
