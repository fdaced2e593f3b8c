import { createHash } from 'node:crypto';
import { siteByHost } from './hosts.ts';

/** Which requests a fault is for; what is left out matches everything, except for `host`. */
export interface FaultMatch {
  /** Left out: both API hosts, so that no page or picture uses up a fault meant for a call. */
  host?: string;
  method?: string;
  /** Part of the path: `update_profile_image` will do. */
  path?: string;
  /** Handle or id of the account that the request claims to come from. */
  account?: string;
}

export type FaultBody = 'errors' | 'request' | 'html' | 'empty' | 'problem';

export type FaultKind =
  /** Cut the connection; nothing was done. */
  | { kind: 'drop-before' }
  /** Do the work, then cut the connection without an answer. */
  | { kind: 'drop-after' }
  /** Answer without doing the work. */
  | {
      kind: 'status';
      status: number;
      /** X's error code in the body; each status has a default. 453 as a status means 403 + 453. */
      code?: number;
      /** Which of X's error bodies; by default the one of the API version. */
      body?: FaultBody;
      retryAfterS?: number;
      /** For 429: when x-rate-limit-reset says it ends. */
      resetInS?: number;
    }
  | { kind: 'slow'; ms: number; when?: 'before' | 'after' }
  /** The server's clock is off for this request: 135, and a Date header that shows it. */
  | { kind: 'clock'; shiftMs: number }
  | { kind: 'redirect'; toHost?: string; status?: 301 | 302 | 307 | 308 }
  /** The account's token is revoked from this request on. */
  | { kind: 'revoke' }
  /** Code 326. */
  | { kind: 'lock' };

export type Fault = FaultKind & {
  match?: FaultMatch;
  /** How many requests it hits; 1 by default. */
  count?: number | 'always';
};

export interface FaultSubject {
  host: string;
  method: string;
  path: string;
  account?: { id: string; handle: string };
  authorization?: string;
}

/** Kinds that change a request but let it go on: they may come together with an ending one. */
const passingKinds = new Set<Fault['kind']>(['slow', 'clock', 'revoke']);

export class FaultQueue {
  #waiting: { fault: Fault; left: number }[] = [];
  readonly #dropped = new Set<string>();

  add(fault: Fault): void {
    const left = fault.count === 'always' ? Infinity : (fault.count ?? 1);
    this.#waiting.push({ fault, left });
  }

  clear(): void {
    this.#waiting = [];
    this.#dropped.clear();
  }

  list(): Fault[] {
    return this.#waiting.map(({ fault, left }) => ({
      ...fault,
      count: left === Infinity ? 'always' : left,
    }));
  }

  /** The faults for this request, used up by it: any number that pass, at most one that ends it. */
  take(subject: FaultSubject): Fault[] {
    // A browser resends by itself what a cut connection swallowed, with the same signature. To the
    // code under test that is one request, so it must not slip past a fault that counts to one.
    const signature = subject.authorization && digest(subject.authorization);
    if (signature && this.#dropped.has(signature)) return [{ kind: 'drop-before' }];
    const taken: Fault[] = [];
    for (const entry of this.#waiting) {
      const passing = passingKinds.has(entry.fault.kind);
      const full = taken.some(({ kind }) =>
        passing ? kind === entry.fault.kind : !passingKinds.has(kind),
      );
      if (full || !matches(entry.fault.match ?? {}, subject)) continue;
      entry.left -= 1;
      taken.push(entry.fault);
    }
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    if (signature && taken.some(({ kind }) => kind.startsWith('drop'))) {
      this.#dropped.add(signature);
    }
    return taken;
  }
}

function matches(match: FaultMatch, subject: FaultSubject): boolean {
  const { account } = subject;
  const handle = match.account?.replace(/^@/, '').toLowerCase();
  return (
    (match.host === undefined ? siteByHost[subject.host] === 'api' : match.host === subject.host) &&
    (match.method === undefined || match.method.toUpperCase() === subject.method) &&
    (match.path === undefined || subject.path.includes(match.path)) &&
    (handle === undefined || account?.id === handle || account?.handle.toLowerCase() === handle)
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
