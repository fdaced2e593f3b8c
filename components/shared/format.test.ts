import { expect, test } from 'vitest';
import { formatBytes, formatPercent, formatSize } from './format.ts';

test.each([
  [812, '812 B'],
  [84_312, '84 kB'],
  [999_400, '999 kB'],
  [999_600, '1 MB'],
  [4_240_000, '4.2 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test('sizes and shares are rounded', () => {
  expect(formatSize(211.6, 212.4)).toBe('212 × 212');
  expect(formatPercent(1.234)).toMatch(/^123\s%$/);
});
