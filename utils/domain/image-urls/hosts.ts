/** An address of one of X's picture hosts, old ones included, taken apart. */
export interface PictureAddress {
  /** The path from its first slash, without what only the host adds to it. */
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly query: string;
}

/** No blanks, control characters or backslashes: browsers read those in ways of their own. */
const shape =
  /^(?:(https?):)?\/\/([a-z0-9.-]+)(?::(\d+))?(\/[^?#\s\\\p{Cc}]*)(\?[^#\s]*)?(?:#.*)?$/iu;

const standardPorts: Readonly<Record<string, string>> = { http: '80', https: '443' };

/**
 * Where X has kept pictures. `pbs` and `abs` do today; the others are found in old pages (a0 to a5, si0 to
 * si4: 2009 to 2014, akamaihd: 2011, s.twimg.com and static.twitter.com: 2010).
 */
const hosts =
  /^(?:(?:pbs|abs|a\d|si\d|s)\.twimg\.com|twimg\d-a\.akamaihd\.net|static\.twitter\.com)$/;

/** Until 2010 pictures lay in a bucket that X shared a host with everybody for. */
const bucketHost = 's3.amazonaws.com';
const bucketPath = '/twitter_production';

/** Takes an address of X's picture hosts apart; null for any other, and for what is no address. */
export const pictureAddressOf = (address: string): PictureAddress | null => {
  const [, scheme = 'https', name = '', port, path = '', query = ''] = shape.exec(address) ?? [];
  if (port !== undefined && port !== standardPorts[scheme.toLowerCase()]) return null;
  const host = name.toLowerCase();
  if (hosts.test(host)) return { path, query };
  const isBucket = host === bucketHost && path.startsWith(`${bucketPath}/`);
  return isBucket ? { path: path.slice(bucketPath.length), query } : null;
};
