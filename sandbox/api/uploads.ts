import { decode, type DecodedImage } from '../images/decode.ts';
import type { PictureKind } from '../world.ts';
import { parameterMissing, pictureError } from './errors.ts';
import type { ApiAnswer, ApiCall } from './types.ts';

/**
 * Finds a picture in a request: a multipart part as it is, or a form field in base64. The docs'
 * example puts it into the query; no client that works does, so that counts as missing.
 */
export function findUpload(call: ApiCall, name: 'image' | 'banner'): Uint8Array | ApiAnswer {
  const part = call.body.files.get(name);
  if (part) return part;
  const field = call.body.fields.find(([key]) => key === name)?.[1];
  if (field !== undefined && call.body.kind === 'urlencoded') {
    // A data: prefix, base64url, or a `+` that arrived as a space: X sees no image in any of them.
    return strictBase64(field) ?? pictureError(400, call.path, 'media type unrecognized.');
  }
  // A form without the part gets code 38; what is no form (JSON, nothing) gets bare words.
  const isForm = call.body.kind === 'multipart' || call.body.kind === 'urlencoded';
  if (isForm) return parameterMissing(name);
  return pictureError(400, call.path, `${name} parameter is missing`);
}

export async function decodeUpload(bytes: Uint8Array): Promise<DecodedImage | undefined> {
  return bytes.length === 0 ? undefined : decode(bytes);
}

/** Takes a checked picture in; it comes up after the world's delay. */
export function acceptUpload(
  call: ApiCall,
  kind: PictureKind,
  image: DecodedImage,
  kept: Uint8Array,
): Pick<ApiAnswer, 'note' | 'uploadBytes'> {
  const { world, account, nowMs } = call;
  const content = { mime: image.mime, bytes: async () => kept };
  const delay = world.showDelayOf(account.id);
  const { key } = world.pictures.showLater(account, kind, content, nowMs, delay);
  const { mime, widthPx, heightPx, sha256 } = image;
  const bytes = image.bytes.length;
  const atMs = Date.now();
  world.uploads.push({
    server: world.server,
    accountId: account.id,
    kind,
    bytes,
    mime,
    widthPx,
    heightPx,
    key,
    atMs,
    sha256,
  });
  return { uploadBytes: bytes, note: `${kind} ${key}, ${mime} ${widthPx}x${heightPx}` };
}

function strictBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}
