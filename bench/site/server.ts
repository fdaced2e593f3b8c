import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createWriteStream } from 'node:fs';
import { siteDir } from './build-site.ts';

/**
 * Ours runs under what extension pages get by default. The peers get more, in their favour: jsquash
 * and pica compile WebAssembly, pica starts its workers from blobs.
 */
const policies = {
  ours: "script-src 'self'; object-src 'self'",
  peers: "script-src 'self' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; object-src 'self'",
} as const;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
};

/** The bench's own server on 127.0.0.1. */
export interface BenchServer {
  readonly origin: string;
  /** Lets pages fetch a file; gives its path on the server. */
  offer(file: string): string;
  /** Takes what pages send to a path below `/keep/` and writes it below this folder. */
  readonly keepDir: string;
  close(): Promise<void>;
}

const sendFile = async (file: string, policy: string | null, response: ServerResponse) => {
  const { size } = await stat(file);
  response.writeHead(200, {
    'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': size,
    ...(policy !== null && { 'content-security-policy': policy }),
  });
  await pipeline(createReadStream(file), response);
};

const takeFile = async (request: IncomingMessage, file: string, response: ServerResponse) => {
  await mkdir(dirname(file), { recursive: true });
  await pipeline(request, createWriteStream(file));
  response.writeHead(204).end();
};

/** Starts the server on a free port. What pages send is kept below `keepDir`. */
export const startServer = async (keepDir: string): Promise<BenchServer> => {
  const offered: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const [, area = '', ...rest] = path.split('/');
    if (request.method === 'POST' && area === 'keep') {
      return takeFile(request, join(keepDir, ...rest), response);
    }
    const source = area === 'source' ? offered[Number.parseInt(rest[0] ?? '', 10)] : undefined;
    if (source !== undefined) return sendFile(source, null, response);
    const policy = area === 'ours' || area === 'peers' ? policies[area] : null;
    if (policy === null) return void response.writeHead(404).end();
    await sendFile(join(siteDir, path), policy, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    keepDir,
    offer: (file) => {
      const at = offered.includes(file) ? offered.indexOf(file) : offered.push(file) - 1;
      return `/source/${at}${extname(file)}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
