import type { ParsedBody } from './types.ts';

const none: ParsedBody = { kind: 'none', fields: [], files: new Map() };

export async function parseBody(
  contentType: string | undefined,
  body: Uint8Array,
): Promise<ParsedBody> {
  if (body.length === 0) return none;
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') {
    const fields = [...new URLSearchParams(Buffer.from(body).toString('utf8'))];
    return { ...none, kind: 'urlencoded', fields };
  }
  if (type === 'multipart/form-data') return parseMultipart(contentType ?? '', body);
  return { ...none, kind: type === 'application/json' ? 'json' : 'other' };
}

async function parseMultipart(contentType: string, body: Uint8Array): Promise<ParsedBody> {
  const parsed: ParsedBody = { kind: 'multipart', fields: [], files: new Map() };
  try {
    const headers = { 'content-type': contentType };
    const form = await new Response(withFilenames(body), { headers }).formData();
    for (const [name, value] of form) {
      if (typeof value === 'string') parsed.fields.push([name, value]);
      else parsed.files.set(name, new Uint8Array(await value.arrayBuffer()));
    }
  } catch {
    // Not multipart after all: then no part was found, and the endpoint says which one it misses.
  }
  return parsed;
}

/**
 * Real clients (twitter-api-v2, x-ruby) send the picture's part without a file name, and X takes
 * it. formData() would read such a part as UTF-8 text and break the bytes, so give it a name.
 */
function withFilenames(body: Uint8Array): Buffer<ArrayBuffer> {
  const text = Buffer.from(body).toString('latin1');
  const named = text.replace(
    /(content-disposition: *form-data; *name="?(?:image|banner)"?)(?=\r\n)/i,
    '$1; filename="blob"',
  );
  return Buffer.from(named, 'latin1') as Buffer<ArrayBuffer>;
}
