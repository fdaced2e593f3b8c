import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { stripRemoteAddresses } from '../../scripts/strip-remote-addresses.ts';
import type { PageName } from '../page/page-api.ts';

const pages = fileURLToPath(new URL('../page/', import.meta.url));

/** Where the built pages are. */
export const siteDir = fileURLToPath(new URL('../../.output/bench/site/', import.meta.url));

const buildPage = async (page: PageName, plugins: () => Plugin[]): Promise<void> => {
  await build({
    configFile: false,
    root: pages,
    base: `/${page}/`,
    logLevel: 'error',
    plugins: plugins(),
    worker: { format: 'es', plugins },
    build: {
      outDir: join(siteDir, page),
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: join(pages, `${page}.html`) },
    },
  });
};

/** Builds ours as the extension is built, and the peers as they come. */
export const buildSite = async (): Promise<void> => {
  await buildPage('ours', () => [stripRemoteAddresses()]);
  await buildPage('peers', () => []);
};
