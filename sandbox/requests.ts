import type { IncomingMessage } from 'node:http';
import type { SandboxControl } from './control.ts';
import { queryForLog, type CallRecord } from './core/call-log.ts';
import { readAuthority, siteOf } from './core/hosts.ts';
import type { JournalEntry } from './core/journal.ts';
import { claimOf, type Exchange, type Outcome } from './exchange.ts';

/** A request's first lines; its body is still to come. */
export function readHead(request: IncomingMessage): Exchange {
  const [path = '/', ...rest] = (request.url ?? '/').split('?');
  return {
    ...readAuthority(request.headers.host),
    method: request.method ?? 'GET',
    path,
    // Only the first question mark divides.
    rawQuery: rest.join('?'),
    headers: singleHeaders(request),
    body: new Uint8Array(),
  };
}

/** For the journal: the request as it is on the wire. */
export function entryFor(
  request: IncomingMessage,
  exchange: Exchange,
  control: SandboxControl,
): JournalEntry {
  const { host, method, path, rawQuery, headers, body } = exchange;
  const sent = request.rawHeaders;
  const pairs = sent.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name.toLowerCase(), sent[at + 1] ?? '']] : [],
  );
  return {
    startedAtMs: preciseNowMs(),
    endedAtMs: null,
    site: siteOf(host, path),
    host: request.headers.host ?? '',
    method,
    path,
    query: rawQuery,
    headers: pairs.filter(([name]) => name !== 'authorization'),
    authorization: headers['authorization'] ?? null,
    body,
    account: claimOf(exchange, control)?.account.handle ?? null,
    status: null,
  };
}

/** Unix time with fractions: two events in one millisecond still have an order. */
export function preciseNowMs(): number {
  return performance.timeOrigin + performance.now();
}

/** For the log: a line about it. */
export function recordOf(
  { host, method, path, rawQuery, headers }: Exchange,
  outcome: Outcome,
  control: SandboxControl,
  timing: { atMs: number; ms: number },
): CallRecord {
  const query = queryForLog(rawQuery);
  const { world } = control.serverOf(host);
  const account = outcome.accountId && world.accountOf(outcome.accountId)?.handle;
  const site = siteOf(host, path);
  return {
    ...timing,
    ...(site && { site }),
    host,
    method,
    path,
    ...(query && { query }),
    status: outcome.drop ? 0 : outcome.status,
    ...(account && { account }),
    verified: outcome.verified,
    ...(outcome.uploadBytes !== undefined && { uploadBytes: outcome.uploadBytes }),
    ...(headers['origin'] && { origin: headers['origin'] }),
    ...((site === 'api' || site === 'compatible') &&
      headers['cookie'] && { cookies: true as const }),
    ...(outcome.note && { note: outcome.note }),
  };
}

function singleHeaders(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
