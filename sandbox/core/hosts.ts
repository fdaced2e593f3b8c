export type Site =
  | 'api'
  | 'sign-in'
  | 'compatible'
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
  'social.example': 'compatible',
  'pictures.example': 'pictures-example',
  'sandbox.test': 'control',
};

/** The one page that the API's own hosts have: where a person lets an app in. */
const signInPath = /^(\/api)?\/oauth\/(authorize|authenticate)$/;

/** Which part of the sandbox answers; undefined for a host it is not. */
export function siteOf(host: string, path: string): Site | undefined {
  const site = siteByHost[host];
  const mayAsk = site === 'api' || site === 'pages' || site === 'compatible';
  return mayAsk && signInPath.test(path) ? 'sign-in' : site;
}

/** Host header -> the host alone, and the form that is signed (RFC 5849, 3.4.1.2). */
export function readAuthority(header: string | undefined): { host: string; authority: string } {
  const text = (header ?? '').trim().toLowerCase();
  const host = text.replace(/:\d*$/, '');
  return { host, authority: text.replace(/:(443)?$/, '') };
}
