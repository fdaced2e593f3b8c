import type { PageRequest, PageResponse } from '../page-types.ts';
import { drawPhoto } from './photo.ts';
import { blogPage } from './pictures-page.ts';

const slowMs = 3000;
const drawn = new Map<string, Promise<Uint8Array>>();

/** The one site that is not X: a photo blog with every kind of trouble an image can make. */
export async function picturesExample(request: PageRequest): Promise<PageResponse> {
  const { path, headers } = request;
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Method not allowed');
  if (path === '/') return html(blogPage());
  if (path === '/open.jpg') return photo(path, { 'access-control-allow-origin': '*' });
  if (path === '/closed.jpg' || path === '/second.jpg') return photo(path);
  if (path === '/slow.jpg') {
    const drawing = photo(path);
    await new Promise((resolve) => setTimeout(resolve, slowMs));
    return drawing;
  }
  if (path === '/hotlink.jpg') {
    const fromHere = URL.parse(headers['referer'] ?? '')?.hostname === request.host;
    return fromHere ? photo(path, { vary: 'Referer' }) : text(403, 'Hot linking is not allowed');
  }
  if (path === '/not-an-image.jpg') {
    return { ...html('<!doctype html><title>Gone</title><p>No picture here.'), headers: jpeg };
  }
  if (path === '/empty.jpg') return { status: 200, headers: jpeg, body: '' };
  return text(404, 'Not found');
}

const jpeg = { 'content-type': 'image/jpeg' };

async function photo(path: string, extra: Record<string, string> = {}): Promise<PageResponse> {
  const body = drawn.get(path) ?? drawPhoto(path);
  drawn.set(path, body);
  return { status: 200, headers: { ...jpeg, ...extra }, body: await body };
}

function html(body: string): PageResponse {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function text(status: number, body: string): PageResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
