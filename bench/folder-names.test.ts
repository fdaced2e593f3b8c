import { expect, test } from 'vitest';
import { outputNames } from './folder-names.ts';

test('names stay short where they can and unlike each other where they must', () => {
  const names = outputNames(['a.jpg', 'deep/b.png', 'x/c.jpg', 'y/c.jpg', 'z/d.jpg', 'z/d.png']);
  expect([...names.values()]).toEqual(['a', 'b', 'x-c', 'y-c', 'z-d.jpg', 'z-d.png']);
});
