import { createHmac, randomBytes } from 'node:crypto';
import { request } from 'node:https';
import type { SandboxKeys } from '../world-types.ts';

export interface Reply {
  status: number;
  headers: Record<string, string | undefined>;
  bytes: Buffer;
  text: string;
  json(): unknown;
}

export interface SendOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
}

/** One HTTPS request to the sandbox under another host's name, on a connection of its own. */
export function send(port: number, address: string, options: SendOptions = {}): Promise<Reply> {
  const [host = '', ...path] = address.split('/');
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path: `/${path.join('/')}`,
        method: options.method ?? 'GET',
        headers: { host, ...options.headers },
        servername: host.replace(/:\d+$/, ''),
        rejectUnauthorized: false,
        agent: false,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString('utf8');
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers as Reply['headers'],
            bytes,
            text,
            json: () => JSON.parse(text) as unknown,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

/** RFC 5849, 3.6, byte by byte. */
export function percent(text: string): string {
  let out = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const letter = String.fromCharCode(byte);
    const plain = /[A-Za-z0-9\-._~]/.test(letter);
    out += plain ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

export interface SignOptions {
  method?: string;
  /** Scheme, host, path; no query. */
  url: string;
  /** Decoded pairs of query and form body. */
  pairs?: [string, string][];
  keys: SandboxKeys;
  timestampS?: number;
  nonce?: string;
  /** Changes to the fields, made before signing. */
  fields?: Record<string, string>;
}

/** The Authorization header by hand, after RFC 5849; shares no code with the server or client. */
export function authorization(options: SignOptions): string {
  const { keys, url, pairs = [] } = options;
  const fields: Record<string, string> = {
    oauth_consumer_key: keys.apiKey,
    oauth_nonce: options.nonce ?? randomBytes(12).toString('hex'),
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(options.timestampS ?? Math.floor(Date.now() / 1000)),
    // An app that signs for itself has no token yet.
    ...(keys.accessToken && { oauth_token: keys.accessToken }),
    oauth_version: '1.0',
    ...options.fields,
  };
  const normal = [...Object.entries(fields), ...pairs]
    .map(([name, value]) => `${percent(name)}=${percent(value)}`)
    .toSorted()
    .join('&');
  const base = [options.method ?? 'GET', url, normal].map(percent).join('&');
  const key = `${percent(keys.apiKeySecret)}&${percent(keys.accessTokenSecret)}`;
  const signed = {
    ...fields,
    oauth_signature: createHmac('sha1', key).update(base).digest('base64'),
  };
  const shown = Object.entries(signed).map(
    ([name, value]) => `${percent(name)}="${percent(value)}"`,
  );
  return `OAuth ${shown.join(', ')}`;
}

export interface CallOptions {
  host?: string;
  query?: [string, string][];
  form?: [string, string][];
  multipart?: FormData;
  sign?: Partial<SignOptions>;
  headers?: Record<string, string>;
}

function encode(pairs: [string, string][]): string {
  return pairs.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&');
}

/** A signed call: `call(port, keys, 'GET /1.1/users/show.json', {...})`. */
export async function call(
  port: number,
  keys: SandboxKeys,
  target: string,
  options: CallOptions = {},
): Promise<Reply> {
  const [method = 'GET', path = '/'] = target.split(' ');
  const { host = 'api.x.com', query = [], form } = options;
  const header = authorization({
    method,
    url: `https://${host}${path}`,
    pairs: [...query, ...(form ?? [])],
    keys,
    ...options.sign,
  });
  const headers: Record<string, string> = { authorization: header, ...options.headers };
  let body: Uint8Array | string | undefined;
  if (form) {
    body = encode(form);
    headers['content-type'] = 'application/x-www-form-urlencoded';
  } else if (options.multipart) {
    const made = new Response(options.multipart);
    headers['content-type'] = made.headers.get('content-type') ?? '';
    body = Buffer.from(await made.arrayBuffer());
  }
  const address = `${host}${path}${query.length > 0 ? `?${encode(query)}` : ''}`;
  return send(port, address, { method, headers, ...(body !== undefined && { body }) });
}

/** A form with one picture and some text parts. */
export function pictureForm(
  name: string,
  bytes: Uint8Array,
  fields: Record<string, string> = {},
): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set(name, new Blob([Uint8Array.from(bytes)]), 'picture');
  return form;
}

/** Code of the first error in body shape (a). */
export function codeOf(reply: Reply): number | undefined {
  return (reply.json() as { errors?: { code: number }[] }).errors?.[0]?.code;
}
