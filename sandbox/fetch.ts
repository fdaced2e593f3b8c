import { request } from 'node:https';

/**
 * A `fetch` whose every host is the sandbox on 127.0.0.1: the address, and with it the Host header and the
 * signature, stay those of X. Honours `signal`, `body` and `redirect: 'error'` as a browser would.
 */
export const sandboxFetch =
  (port: number) =>
  async (address: string, init: RequestInit = {}): Promise<Response> => {
    const asked = new Request(address, { ...init, redirect: 'manual' });
    const { host, pathname, search } = new URL(address);
    const body = Buffer.from(await asked.arrayBuffer());
    return new Promise<Response>((resolve, reject) => {
      const call = request(
        {
          host: '127.0.0.1',
          port,
          path: pathname + search,
          method: asked.method,
          servername: host,
          rejectUnauthorized: false,
          agent: false,
          headers: { ...Object.fromEntries(asked.headers), host, 'content-length': body.length },
          signal: asked.signal,
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const status = answer.statusCode ?? 0;
            if (init.redirect === 'error' && status >= 300 && status < 400) {
              reject(new TypeError('redirected'));
              return;
            }
            const headers = new Headers();
            for (const [name, value] of Object.entries(answer.headers))
              headers.set(name, String(value));
            const empty = status === 204 || status === 304;
            resolve(new Response(empty ? null : Buffer.concat(parts), { status, headers }));
          });
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  };
