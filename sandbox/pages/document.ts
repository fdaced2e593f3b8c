import type { PageData } from './page-data-types.ts';

/** X's policy as far as it matters to what runs beside the page (x-dom 1.6, text of 2024-25). */
export function contentSecurityPolicy(nonce: string): string {
  const hosts = 'https://api.x.com https://api.twitter.com https://*.twimg.com';
  return [
    "default-src 'self'",
    `connect-src 'self' blob: ${hosts}`,
    "font-src 'self' https://*.twimg.com",
    "frame-src 'self' https://twitter.com https://x.com https://platform.twitter.com",
    "img-src 'self' blob: data: https://*.cdn.x.com https://ton.x.com https://*.twimg.com",
    "media-src 'self' blob: https://*.twimg.com",
    "object-src 'none'",
    `script-src 'self' 'unsafe-inline' https://*.twimg.com 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline' https://*.twimg.com",
    "worker-src 'self' blob:",
    "base-uri 'self'",
    "form-action 'self' https://*.twitter.com https://*.x.com",
    "frame-ancestors 'self'",
  ].join('; ');
}

export interface DocumentOptions {
  nonce: string;
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** The empty shell X sends to browsers; everything visible is drawn by the client. */
export function documentFor(data: PageData, { nonce, lang, dir }: DocumentOptions): string {
  return `<!DOCTYPE html>
<html dir="${dir}" lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="theme-color" content="#FFFFFF">
<meta name="referrer" content="origin-when-cross-origin">
<title>X</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/client-web/base.css">
<link rel="stylesheet" href="/client-web/page.css">
<link rel="stylesheet" href="/client-web/profile.css">
<link rel="stylesheet" href="/client-web/posts.css">
<link rel="stylesheet" href="/client-web/narrow.css">
</head>
<body style="background-color: #FFFFFF;">
<div id="react-root" style="height:100%;display:flex;"></div>
<script nonce="${nonce}">window.__INITIAL_STATE__=${scriptJson(initialState(data))};window.__META_DATA__={};</script>
<script type="module" nonce="${nonce}" src="/client-web/main.ts"></script>
</body>
</html>
`;
}

/** The corner of X's start state that other programs read (x-dom 1.2), and our own data beside it. */
function initialState(data: PageData): unknown {
  const viewer = data.users.find((user) => user.handle === data.viewer);
  const session = viewer ? { user_id: viewer.id } : {};
  const entities = viewer ? { [viewer.id]: { id_str: viewer.id, screen_name: viewer.handle } } : {};
  return { session, entities: { users: { entities } }, sandboxPage: data };
}

function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
