import { randomBytes } from 'node:crypto';
import type { PageRequest, PageResponse } from '../page-types.ts';
import type { World } from '../world.ts';
import { clientFile } from './client-files.ts';
import { contentSecurityPolicy, documentFor } from './document.ts';
import { pageDataFor } from './page-data.ts';

const clientPrefix = '/client-web/';
const dataPath = '/i/api/page';

/** Answers for x.com and twitter.com: the page, its client's files, and the data of an address. */
export async function handlePage(request: PageRequest, world: World): Promise<PageResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(405, 'Method Not Allowed');
  if (request.path.startsWith(clientPrefix)) return file(request.path.slice(clientPrefix.length));
  if (request.path === dataPath) return data(request, world);
  if (request.path === '/favicon.ico') return plain(204, '');
  return page(request, world);
}

async function file(name: string): Promise<PageResponse> {
  const found = await clientFile(name);
  if (!found) return plain(404, 'Not Found');
  const headers = { 'content-type': found.mime, 'cache-control': 'no-cache' };
  return { status: 200, headers, body: found.body };
}

function data(request: PageRequest, world: World): PageResponse {
  const path = request.query.get('path') ?? '/';
  const body = JSON.stringify(pageDataFor(world, path, request.query));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  };
  return { status: 200, headers, body };
}

function page(request: PageRequest, world: World): PageResponse {
  const nonce = randomBytes(16).toString('base64');
  const shown = pageDataFor(world, request.path, request.query);
  const viewer = shown.users.find((user) => user.handle === shown.viewer);
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache, no-store, must-revalidate, pre-check=0, post-check=0',
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
  };
  // Readable by scripts on X too (x-dom 1.2).
  const twid = viewer ? `u%3D${viewer.id}` : '';
  headers['set-cookie'] =
    `twid=${twid}; Path=/; Secure; SameSite=None${viewer ? '' : '; Max-Age=0'}`;
  const dir = request.query.get('dir') === 'rtl' ? 'rtl' : 'ltr';
  const lang = dir === 'rtl' ? 'ar' : 'en';
  return { status: 200, headers, body: documentFor(shown, { nonce, lang, dir }) };
}

function plain(status: number, text: string): PageResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}
