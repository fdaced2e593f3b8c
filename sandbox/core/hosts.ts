export type Site =
  | 'api'
  | 'pages'
  | 'pictures-of-x'
  | 'static-of-x'
  | 'pictures-example'
  | 'control';

/** Every name the sandbox answers to; the certificate carries them all. */
export const siteByHost: Record<string, Site> = {
  'api.x.com': 'api',
  'api.twitter.com': 'api',
  'pbs.twimg.com': 'pictures-of-x',
  'abs.twimg.com': 'static-of-x',
  'x.com': 'pages',
  'www.x.com': 'pages',
  'twitter.com': 'pages',
  'www.twitter.com': 'pages',
  'mobile.twitter.com': 'pages',
  'pictures.example': 'pictures-example',
  'sandbox.test': 'control',
};

/** Host header -> the host alone, and the form that is signed (RFC 5849, 3.4.1.2). */
export function readAuthority(header: string | undefined): { host: string; authority: string } {
  const text = (header ?? '').trim().toLowerCase();
  const host = text.replace(/:\d*$/, '');
  return { host, authority: text.replace(/:(443)?$/, '') };
}
