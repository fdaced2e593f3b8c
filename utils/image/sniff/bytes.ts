/** Big-endian 16-bit number at `at`; bytes past the end count as 0, so callers check lengths first. */
export const u16be = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Little-endian 16-bit number at `at`; bytes past the end count as 0. */
export const u16le = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/** Little-endian 24-bit number at `at`; bytes past the end count as 0. */
export const u24le = (bytes: Uint8Array, at: number): number =>
  u16le(bytes, at) | ((bytes[at + 2] ?? 0) << 16);

/** Big-endian unsigned 32-bit number at `at`; bytes past the end count as 0. */
export const u32be = (bytes: Uint8Array, at: number): number =>
  u16be(bytes, at) * 0x1_0000 + u16be(bytes, at + 2);

/** Little-endian unsigned 32-bit number at `at`; bytes past the end count as 0. */
export const u32le = (bytes: Uint8Array, at: number): number =>
  u16le(bytes, at) + u16le(bytes, at + 2) * 0x1_0000;

/** `length` bytes from `at` as Latin-1 text; shorter where the bytes end. */
export const latin1 = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Whether the bytes at `at` are exactly this Latin-1 text. */
export const hasText = (bytes: Uint8Array, at: number, text: string): boolean =>
  latin1(bytes, at, text.length) === text;
