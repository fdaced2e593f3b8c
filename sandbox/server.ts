import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Api } from './api/api.ts';
import { textError } from './api/errors.ts';
import { SandboxControl } from './control.ts';
import { queryForLog } from './core/call-log.ts';
import { makeCertificate } from './core/certificate.ts';
import { readAuthority, siteByHost } from './core/hosts.ts';
import { readBody } from './core/read-body.ts';
import { answer, type Exchange, type Outcome } from './exchange.ts';
import { World } from './world.ts';

export interface Sandbox {
  port: number;
  control: SandboxControl;
  close(): Promise<void>;
}

/** Starts a small X on 127.0.0.1; port 0 takes any free one. */
export async function startSandbox(
  options: { port?: number; showDelayMs?: number } = {},
): Promise<Sandbox> {
  const world = new World(options.showDelayMs);
  const api = new Api(world);
  const control = new SandboxControl(world, api);
  // Roomy headers, so that a far too long address gets X's 414 and not a parser's complaint.
  const server = createServer(
    { ...(await makeCertificate()), maxHeaderSize: 128 * 1024 },
    (request, response) => void serve(request, response, control, api),
  );
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    control,
    close: () =>
      new Promise((resolve) => {
        world.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  control: SandboxControl,
  api: Api,
): Promise<void> {
  const atMs = Date.now();
  const startedMs = performance.now();
  const [path = '/', ...rest] = (request.url ?? '/').split('?');
  const exchange: Exchange = {
    ...readAuthority(request.headers.host),
    method: request.method ?? 'GET',
    path,
    // Only the first question mark divides.
    rawQuery: rest.join('?'),
    headers: singleHeaders(request),
    body: new Uint8Array(),
  };
  let outcome: Outcome;
  try {
    const body = await readBody(request);
    outcome = body
      ? await answer({ ...exchange, body }, control, api)
      : { ...textError(413, 'Payload too large'), verified: false, nowMs: Date.now() };
  } catch (error) {
    // A bug of the sandbox, or a client that went away: shown, so that nobody takes it for X's.
    const text = `Sandbox failed: ${error instanceof Error ? error.stack : String(error)}`;
    outcome = { ...textError(500, text), verified: false, nowMs: Date.now() };
  }
  if (siteByHost[exchange.host] !== 'control') {
    const ms = performance.now() - startedMs;
    control.log.add(recordOf(exchange, outcome, control, { atMs, ms }));
  }
  send(request, response, outcome);
}

function send(request: IncomingMessage, response: ServerResponse, outcome: Outcome): void {
  if (outcome.drop) {
    request.socket.destroy();
    return;
  }
  const body = Buffer.from(outcome.body);
  response.writeHead(outcome.status, {
    ...outcome.headers,
    date: new Date(outcome.nowMs).toUTCString(),
    'content-length': String(body.length),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function recordOf(
  { host, method, path, rawQuery, headers }: Exchange,
  outcome: Outcome,
  control: SandboxControl,
  timing: { atMs: number; ms: number },
) {
  const query = queryForLog(rawQuery);
  const account = outcome.accountId && control.world.accountOf(outcome.accountId)?.handle;
  return {
    ...timing,
    host,
    method,
    path,
    ...(query && { query }),
    status: outcome.drop ? 0 : outcome.status,
    ...(account && { account }),
    verified: outcome.verified,
    ...(outcome.uploadBytes !== undefined && { uploadBytes: outcome.uploadBytes }),
    ...(headers['origin'] && { origin: headers['origin'] }),
    ...(siteByHost[host] === 'api' && headers['cookie'] && { cookies: true as const }),
    ...(outcome.note && { note: outcome.note }),
  };
}

function singleHeaders(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
