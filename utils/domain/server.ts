import { err, ok, type Result } from './result.ts';
import { defaultApiBase } from './account.ts';

/** Why an address cannot be a server's. */
export type ServerAddressError =
  | { readonly kind: 'notAnAddress' }
  /** Signatures and pictures would go over the wire for all to read. */
  | { readonly kind: 'notSecure' };

/** Longest address taken in. */
const maxLength = 300;

/** X's own hosts, and what people type for X. */
const apiHostsOfX: ReadonlySet<string> = new Set(['api.x.com', 'api.twitter.com']);
const pagesOfX: ReadonlySet<string> = new Set([
  'x.com',
  'www.x.com',
  'mobile.x.com',
  'twitter.com',
  'www.twitter.com',
  'mobile.twitter.com',
]);

/** This very machine: nothing leaves it, so nobody can listen. */
const ownMachine: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

/** An address taken apart by hand: this room knows no `URL`. No user, no query, no fragment. */
const shape =
  /^(?:(https?):\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::(\d{1,5}))?((?:\/[\w.~%!$&'()*+,;=:@-]*)*)$/i;

interface Parts {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** Empty, or with its colon. */
  readonly port: string;
  readonly path: string;
}

const standardPorts = { http: 80, https: 443 } as const;

/** Browsers read numbers in many ways as an address; taken is only the usual one. */
const isHost = (host: string): boolean => {
  const labels = host.split('.');
  if (labels.some((label) => /^-|-$/.test(label) || label.length > 63)) return false;
  const isNumeric = /^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '');
  if (!isNumeric) return labels.length > 1 || ownMachine.has(host);
  return (
    labels.length === 4 &&
    labels.every((label) => /^(?:0|[1-9]\d{0,2})$/.test(label) && Number(label) < 256)
  );
};

const partsOf = (text: string): Parts | null => {
  const [, given, name = '', digits, path = ''] = shape.exec(text) ?? [];
  const host = name.toLowerCase();
  const isOdd = /\/\.{0,2}\/|\/\.{1,2}$/.test(path.replace(/\/+$/, ''));
  if (name === '' || !isHost(host) || isOdd) return null;
  const scheme =
    given === undefined
      ? ownMachine.has(host)
        ? 'http'
        : 'https'
      : given.toLowerCase() === 'http'
        ? 'http'
        : 'https';
  const port = digits === undefined ? standardPorts[scheme] : Number(digits);
  if (port < 1 || port > 65_535) return null;
  return { scheme, host, port: port === standardPorts[scheme] ? '' : `:${port}`, path };
};

/** The path that calls are put behind: without a slash at its end, and without the version they begin with. */
const basePath = (path: string): string => path.replace(/\/+$/, '').replace(/\/1\.1$/, '');

/**
 * The address of a Twitter-1.1-compatible server as a person gives it, in the form calls are made from:
 * scheme, host, port and path, such as `https://social.example/api`. Without a scheme it is https. Plain
 * http is taken for this machine only. Nothing at all, and X's own pages, stand for X.
 */
export const parseServerAddress = (text: string): Result<string, ServerAddressError> => {
  const given = text.trim();
  if (given === '') return ok(defaultApiBase);
  const parts = given.length > maxLength ? null : partsOf(given);
  if (!parts) return err({ kind: 'notAnAddress' });
  const { scheme, host, port, path } = parts;
  if (scheme === 'http' && !ownMachine.has(host)) return err({ kind: 'notSecure' });
  if (pagesOfX.has(host)) return ok(defaultApiBase);
  if (apiHostsOfX.has(host)) {
    return port === '' ? ok(`https://${host}`) : err({ kind: 'notAnAddress' });
  }
  return ok(`${scheme}://${host}${port}${basePath(path)}`);
};

/** Scheme, host and port of a server's address. */
const originOf = (apiBase: string): string => /^https?:\/\/[^/]*/.exec(apiBase)?.[0] ?? apiBase;

/** Whether calls to an address go to X. Addresses are as `parseServerAddress` gives them. */
export const isX = (apiBase: string): boolean =>
  apiHostsOfX.has(apiBase.replace(/^https:\/\//, ''));

/** The pattern by which a browser knows access to a server: all of its host, whatever the port. */
export const hostPatternOf = (apiBase: string): string =>
  `${originOf(apiBase).replace(/:\d+$/, '')}/*`;

/** What a server is called in words: `X`, or its host, with a port where it has one. */
export const serverName = (apiBase: string): string =>
  isX(apiBase) ? 'X' : originOf(apiBase).replace(/^https?:\/\//, '');

/** Words about X as words about another server, by its name (`serverName`). */
export const sayServer = (words: string, name: string): string =>
  name === 'X' ? words : words.replace(/\bx\.com\b|\bX\b/g, () => name);

/** Where a person's profile is to be seen: StatusNet and its heirs have it where X has it. */
export const profileAddress = (apiBase: string, handle: string): string =>
  isX(apiBase) ? `https://x.com/${handle}` : `${originOf(apiBase)}/${handle}`;
