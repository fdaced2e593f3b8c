import type { Site } from './hosts.ts';

/** One request as the sandbox saw it. Never holds an Authorization value or a secret. */
export interface CallRecord {
  /** Real time, whatever the sandbox's clock says. */
  atMs: number;
  /** Which part of the sandbox answered: `compatible` is the server that is not X. */
  site?: Site;
  host: string;
  method: string;
  path: string;
  /** Without its `?`; oauth_* pairs are left out. */
  query?: string;
  /** 0: the connection was dropped. */
  status: number;
  ms: number;
  /** The handle of the account whose signature was right. */
  account?: string;
  /** The OAuth signature was checked and right. */
  verified: boolean;
  uploadBytes?: number;
  /** The Origin header, when one came along. */
  origin?: string;
  /** A Cookie header came along to the API: a signed call should never bring one. */
  cookies?: true;
  note?: string;
}

export class CallLog {
  #records: CallRecord[] = [];
  readonly #listeners = new Set<(record: CallRecord) => void>();

  add(record: CallRecord): void {
    this.#records.push(record);
    for (const listen of this.#listeners) listen(record);
  }

  all(): CallRecord[] {
    return [...this.#records];
  }

  clear(): void {
    this.#records = [];
  }

  onCall(listen: (record: CallRecord) => void): void {
    this.#listeners.add(listen);
  }
}

export function queryForLog(rawQuery: string): string {
  return rawQuery
    .split('&')
    .filter((pair) => pair && !/^(oauth|%6f)/i.test(pair))
    .join('&')
    .slice(0, 300);
}

/** One line a person can read. */
export function formatCall(call: CallRecord): string {
  const time = new Date(call.atMs).toISOString().slice(11, 23);
  const status = call.status === 0 ? 'cut' : String(call.status);
  const address = `${call.host}${call.path}${call.query ? `?${call.query}` : ''}`;
  const details = [
    call.account && `@${call.account}`,
    call.verified && 'signature ok',
    call.uploadBytes !== undefined && `${call.uploadBytes.toLocaleString('en')} bytes`,
    call.cookies && 'COOKIES SENT',
    call.note,
  ].filter(Boolean);
  const line = `${time}  ${status.padEnd(3)} ${call.method.padEnd(5)} ${address}`;
  return `${line.padEnd(92)} ${Math.round(call.ms)} ms  ${details.join(', ')}`.trimEnd();
}
