/** Red, green and blue of `#rrggbb`, 0 to 255; null where the text is no such colour. */
export const colourOf = (text: string): readonly [number, number, number] | null => {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(text);
  if (match === null) return null;
  const [red, green, blue] = match.slice(1).map((digits) => Number.parseInt(digits, 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
};

/**
 * A copy of RGBA pixels laid over a colour, fully opaque. Blended in sRGB, not in linear light: so
 * does every page that shows a see-through picture on a colour.
 */
export const flatten = (
  pixels: Uint8ClampedArray,
  background: readonly [number, number, number],
): Uint8ClampedArray<ArrayBuffer> => {
  const result = new Uint8ClampedArray(pixels);
  for (let at = 0; at < result.length; at += 4) {
    const alpha = result[at + 3]!;
    if (alpha === 255) continue;
    const cover = alpha / 255;
    for (let channel = 0; channel < 3; channel += 1) {
      const over = background[channel] ?? 255;
      result[at + channel] = Math.round(over + (result[at + channel]! - over) * cover);
    }
    result[at + 3] = 255;
  }
  return result;
};
