import { expect, test } from 'vitest';
import { thumbIndexes } from './StillThumbs.tsx';

test('a strip shows the first and the last still, and what lies evenly between', () => {
  expect(thumbIndexes(3)).toEqual([0, 1, 2]);
  expect(thumbIndexes(8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(thumbIndexes(71)).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
  expect(thumbIndexes(1)).toEqual([0]);
});
