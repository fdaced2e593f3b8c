import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AxisTable, buildAxisTable, lanczos } from './axis-table.ts';

const anyAxis = fc
  .record({
    inputSize: fc.integer({ min: 1, max: 3000 }),
    from: fc.double({ min: 0, max: 0.9, noNaN: true }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    outputSize: fc.integer({ min: 1, max: 60 }),
    boxPx: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ inputSize, from, share, outputSize, boxPx }) => {
    const start = from * inputSize;
    return { inputSize, start, length: (inputSize - start) * share, outputSize, boxPx };
  });

const rowOf = (table: AxisTable, output: number): Float64Array =>
  table.weights.subarray(output * table.stride, (output + 1) * table.stride);

test('the kernel is 1 in the middle, 0 at whole distances and outside', () => {
  expect(lanczos(0)).toBe(1);
  for (const x of [1, 2, 3, -1, -2, 3.5, 100]) expect(lanczos(x)).toBeCloseTo(0, 12);
});

test('weights of every result sample sum to 1 and reach no sample outside', () => {
  fc.assert(
    fc.property(anyAxis, (axis) => {
      const table = buildAxisTable(axis);
      for (let output = 0; output < axis.outputSize; output += 1) {
        const first = table.firstTaps[output] ?? -1;
        const count = table.tapCounts[output] ?? 0;
        expect(first).toBeGreaterThanOrEqual(0);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(count).toBeLessThanOrEqual(table.stride);
        expect(first + count).toBeLessThanOrEqual(axis.inputSize);
        const used = rowOf(table, output).subarray(0, count);
        expect(used.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      }
    }),
    { numRuns: 200 },
  );
});

test('one to one copies', () => {
  const table = buildAxisTable({ inputSize: 9, start: 2, length: 4, outputSize: 4, boxPx: 1 });
  for (let output = 0; output < 4; output += 1) {
    const at = output + 2 - (table.firstTaps[output] ?? 0);
    expect(rowOf(table, output)[at]).toBeCloseTo(1, 12);
  }
});

test('a ramp stays a ramp away from the edges', () => {
  const table = buildAxisTable({
    inputSize: 1000,
    start: 0,
    length: 1000,
    outputSize: 40,
    boxPx: 3,
  });
  for (let output = 4; output < 36; output += 1) {
    const first = table.firstTaps[output] ?? 0;
    const value = rowOf(table, output).reduce(
      (sum, weight, tap) => sum + weight * (first + tap),
      0,
    );
    expect(value).toBeCloseTo((output + 0.5) * 25 - 0.5, 1);
  }
});
