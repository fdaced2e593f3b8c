import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as sendOn } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../sandbox/core/certificate.ts';
import { parseBody } from '../../sandbox/api/parse-body.ts';

/** One call to X's API as it passed by. Never holds a header. */
export interface SeenCall {
  readonly method: string;
  readonly host: string;
  /** Without the query. */
  readonly path: string;
  /** 0: the connection was cut before an answer. */
  readonly status: number;
  /** From the request's last byte to the answer's last byte. */
  readonly ms: number;
  readonly endedAtMs: number;
  /** Bytes of the file in a multipart body. */
  readonly file?: Uint8Array;
  /** `profile_image_url_https` of the user object in the answer. */
  readonly pictureUrl?: string;
  /** `profile_banner_url` of the user object in the answer. */
  readonly bannerUrl?: string;
}

/** Stands between the browser and an API server, whosever, and notes down what passes. */
export interface ApiRelay {
  readonly port: number;
  calls(): readonly SeenCall[];
  onCall(listen: (call: SeenCall) => void): void;
  close(): Promise<void>;
}

const readAll = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
};

const picturesIn = (body: Buffer): Pick<SeenCall, 'pictureUrl' | 'bannerUrl'> => {
  try {
    const user = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
    const { profile_image_url_https: pictureUrl, profile_banner_url: bannerUrl } = user;
    return {
      ...(typeof pictureUrl === 'string' && { pictureUrl }),
      ...(typeof bannerUrl === 'string' && { bannerUrl }),
    };
  } catch {
    return {};
  }
};

const fileIn = async (contentType: string | undefined, body: Buffer) => {
  const { files } = await parseBody(contentType, body);
  return [...files.values()][0];
};

/** The same request to the real server; the Host header, and all others, stay as the browser wrote them. */
const forward = (port: number, request: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const onward = sendOn({
      host: '127.0.0.1',
      port,
      method: request.method,
      path: request.url,
      setDefaultHeaders: false,
      headers: request.headersDistinct,
      servername: (request.headers.host ?? '').replace(/:\d+$/, ''),
      rejectUnauthorized: false,
      agent: false,
    });
    onward.on('response', resolve);
    onward.on('error', reject);
    request.socket.once('close', () => onward.destroy());
    onward.end(body);
  });

interface Passed {
  readonly status: number;
  readonly body: Buffer;
}

const pass = async (
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<Passed> => {
  try {
    const answer = await forward(port, request, body);
    const answered = await readAll(answer);
    response.writeHead(
      answer.statusCode ?? 502,
      answer.headersDistinct as Record<string, string[]>,
    );
    response.end(answered);
    return { status: answer.statusCode ?? 0, body: answered };
  } catch {
    // Cut there, so cut here.
    request.socket.destroy();
    return { status: 0, body: Buffer.alloc(0) };
  }
};

const noteDown = async (
  request: IncomingMessage,
  sent: Buffer,
  { status, body }: Passed,
  startedMs: number,
): Promise<SeenCall> => {
  const file = await fileIn(request.headers['content-type'], sent);
  return {
    method: request.method ?? 'GET',
    host: request.headers.host ?? '',
    path: (request.url ?? '/').split('?')[0] ?? '/',
    status,
    ms: Math.round(performance.now() - startedMs),
    endedAtMs: Date.now(),
    ...(file && { file }),
    ...picturesIn(body),
  };
};

/** Starts a relay to the HTTPS server on 127.0.0.1:`apiPort`. */
export const startApiRelay = async (apiPort: number): Promise<ApiRelay> => {
  const seen: SeenCall[] = [];
  const listeners = new Set<(call: SeenCall) => void>();
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const sent = await readAll(request);
    const startedMs = performance.now();
    const passed = await pass(apiPort, request, response, sent);
    const call = await noteDown(request, sent, passed, startedMs);
    seen.push(call);
    for (const listen of listeners) listen(call);
  };
  const server = createServer(await makeCertificate(), (request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    calls: () => [...seen],
    onCall: (listen) => void listeners.add(listen),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
