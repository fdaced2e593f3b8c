import { createHash } from 'node:crypto';
import type { Fault, FaultMatch } from './fault-types.ts';
import { siteOf } from './hosts.ts';

export type * from './fault-types.ts';

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
  #waiting: { fault: Fault; left: number; passing: number }[] = [];
  readonly #dropped = new Set<string>();

  add(fault: Fault): void {
    if (fault.kind === 'status' && fault.status === undefined && fault.code === undefined) {
      throw new Error('A status fault needs a status or a code');
    }
    const left = fault.count === 'always' ? Infinity : (fault.count ?? 1);
    this.#waiting.push({ fault, left, passing: fault.after ?? 0 });
  }

  clear(): void {
    this.#waiting = [];
    this.#dropped.clear();
  }

  list(): Fault[] {
    return this.#waiting.map(({ fault, left, passing }) => ({
      ...fault,
      count: left === Infinity ? 'always' : left,
      ...(passing > 0 && { after: passing }),
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
      const goesOn = passingKinds.has(entry.fault.kind);
      const full = taken.some(({ kind }) =>
        goesOn ? kind === entry.fault.kind : !passingKinds.has(kind),
      );
      if (full || !matches(entry.fault.match ?? {}, subject)) continue;
      if (entry.passing > 0) {
        entry.passing -= 1;
        continue;
      }
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
    (match.host === undefined
      ? siteOf(subject.host, subject.path) === 'api'
      : match.host === subject.host) &&
    (match.method === undefined || match.method.toUpperCase() === subject.method) &&
    (match.path === undefined || subject.path.includes(match.path)) &&
    (handle === undefined || account?.id === handle || account?.handle.toLowerCase() === handle)
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
