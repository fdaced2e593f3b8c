import { existsSync } from 'node:fs';
import type { PageRequest, PageResponse } from '../page-types.ts';
import type { World } from '../world.ts';

type HandlePage = (request: PageRequest, world: World) => Promise<PageResponse>;

/** Loaded when first asked for: API and image tests need none of the pages. */
let loaded: Promise<HandlePage | undefined> | undefined;

export async function pagesSite(request: PageRequest, world: World): Promise<PageResponse> {
  const handle = await (loaded ??= load());
  if (handle) return handle(request, world);
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status: 503, headers, body: 'The sandbox has no pages for this host.' };
}

async function load(): Promise<HandlePage | undefined> {
  const file = new URL('../pages/index.ts', import.meta.url);
  if (!existsSync(file)) return undefined;
  const module = (await import(file.href)) as { handlePage: HandlePage };
  return module.handlePage;
}
