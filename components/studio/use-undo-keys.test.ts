import { expect, test } from 'vitest';
import { stepForKey } from './use-undo-keys.ts';

const press = (key: string, held: readonly ('ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey')[]) =>
  stepForKey({
    key,
    ctrlKey: held.includes('ctrlKey'),
    metaKey: held.includes('metaKey'),
    shiftKey: held.includes('shiftKey'),
    altKey: held.includes('altKey'),
  });

test('undo and redo answer to the keys of either system, and to no others', () => {
  expect(press('z', ['ctrlKey'])).toBe('undo');
  expect(press('z', ['metaKey'])).toBe('undo');
  expect(press('Z', ['ctrlKey', 'shiftKey'])).toBe('redo');
  expect(press('Z', ['metaKey', 'shiftKey'])).toBe('redo');
  expect(press('y', ['ctrlKey'])).toBe('redo');
  expect(press('z', [])).toBeNull();
  expect(press('z', ['ctrlKey', 'altKey'])).toBeNull();
  expect(press('x', ['ctrlKey'])).toBeNull();
});
