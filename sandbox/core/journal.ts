import type { Site } from './hosts.ts';

/** One request as it was on the wire. */
export interface JournalEntry {
  /** Real time of its first byte, Unix ms with fractions. */
  startedAtMs: number;
  /** When the answer was sent, or the client had left; null while it is being worked on. */
  endedAtMs: number | null;
  /** undefined: a host the sandbox is not. */
  site: Site | undefined;
  /** As sent, with a port if there was one. */
  host: string;
  method: string;
  /** Still percent-encoded. */
  path: string;
  /** Whole, without its `?`. */
  query: string;
  /** All but Authorization, in order, names in lower case. */
  headers: readonly (readonly [name: string, value: string])[];
  /** Kept apart: the one place where keys may be. */
  authorization: string | null;
  body: Uint8Array;
  /** The handle the request claims to come from, verified or not. */
  account: string | null;
  /** null: none was sent, because the connection was cut or the client left. */
  status: number | null;
  /** Set when a picture was taken in. */
  uploadBytes?: number;
}

export interface Sighting {
  entry: JournalEntry;
  /** `path`, `query`, `body`, `header cookie`. */
  place: string;
}

/** Everything anybody asked of any host but the controls, oldest first. */
export class Journal {
  #entries: JournalEntry[] = [];

  /** Noted down before its body is read: a client that is stopped half-way was here too. */
  begin(entry: JournalEntry): JournalEntry {
    this.#entries.push(entry);
    return entry;
  }

  all(): JournalEntry[] {
    return [...this.#entries];
  }

  clear(): void {
    this.#entries = [];
  }

  /** Where a text was seen outside of the Authorization header: as it is, percent-encoded or in base64. */
  sightings(text: string): Sighting[] {
    const forms = formsOf(text);
    return this.#entries.flatMap((entry) =>
      places(entry)
        .filter(([, content]) => forms.some((form) => content.includes(form)))
        .map(([place]) => ({ entry, place })),
    );
  }
}

function places(entry: JournalEntry): [place: string, content: string][] {
  const named: [string, string][] = [
    ['host', entry.host],
    ['path', entry.path],
    ['query', entry.query],
    ['body', Buffer.from(entry.body).toString('latin1')],
    ...entry.headers.map(([name, value]): [string, string] => [`header ${name}`, value]),
  ];
  return named.map(([place, text]) => [place, `${text}\n${percentDecoded(text)}`]);
}

/** Byte by byte, so that no broken escape hides the rest. */
function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The text itself, and what base64 makes of it at each of the three places it may stand in. */
function formsOf(text: string): string[] {
  if (text.length < 8) throw new Error('Too short to be looked for: it would be found by chance');
  const bytes = Buffer.from(text, 'utf8');
  const packed = [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    // Letters that depend on what stands before and behind are left out.
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor((whole.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((code) => whole.toString(code).slice(start, end));
  });
  return [bytes.toString('latin1'), ...packed];
}
