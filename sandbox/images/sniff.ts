import type { PictureMime } from '../world-types.ts';

const signatures: [mime: PictureMime, firstBytes: number[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
];

/** The format by the bytes themselves; names and declared types are not looked at. */
export function sniffMime(bytes: Uint8Array): PictureMime | undefined {
  return signatures.find(([, first]) => first.every((byte, at) => bytes[at] === byte))?.[0];
}
