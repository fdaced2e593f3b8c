import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Api } from './api/api.ts';
import { dialectOfX } from './api/dialect-of-x.ts';
import { textError } from './api/errors.ts';
import { compatibleDialect } from './compatible/compatible-dialect.ts';
import { compatibleWorld } from './compatible/compatible-world.ts';
import { SandboxControl } from './control.ts';
import { makeCertificate } from './core/certificate.ts';
import { siteByHost } from './core/hosts.ts';
import { readBody } from './core/read-body.ts';
import { answer, type Outcome } from './exchange.ts';
import { entryFor, preciseNowMs, readHead, recordOf } from './requests.ts';
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
  const { showDelayMs } = options;
  const world = new World(showDelayMs === undefined ? {} : { showDelayMs });
  const other = compatibleWorld(world.clock);
  const control = new SandboxControl({
    x: { world, api: new Api(world, dialectOfX) },
    compatible: { world: other, api: new Api(other, compatibleDialect) },
  });
  // Roomy headers, so that a far too long address gets X's 414 and not a parser's complaint.
  const server = createServer(
    { ...(await makeCertificate()), maxHeaderSize: 128 * 1024 },
    (request, response) => void serve(request, response, control),
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
        other.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  control: SandboxControl,
): Promise<void> {
  const atMs = Date.now();
  const startedMs = performance.now();
  const exchange = readHead(request);
  const isControl = siteByHost[exchange.host] === 'control';
  const entry = entryFor(request, exchange, control);
  if (!isControl) control.wire.journal.begin(entry);
  // Comes early when the client leaves: its upload is over then, whatever the server still does.
  response.once('close', () => (entry.endedAtMs ??= preciseNowMs()));
  let outcome: Outcome;
  try {
    const body = await readBody(request);
    if (body) entry.body = body;
    outcome = body
      ? await answer({ ...exchange, body }, control)
      : { ...textError(413, 'Payload too large'), verified: false, nowMs: Date.now() };
  } catch (error) {
    // A bug of the sandbox, or a client that went away: shown, so that nobody takes it for X's.
    const text = `Sandbox failed: ${error instanceof Error ? error.stack : String(error)}`;
    outcome = { ...textError(500, text), verified: false, nowMs: Date.now() };
  }
  if (outcome.uploadBytes !== undefined) entry.uploadBytes = outcome.uploadBytes;
  if (!outcome.drop && entry.endedAtMs === null) entry.status = outcome.status;
  entry.endedAtMs ??= preciseNowMs();
  if (!isControl) {
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
