import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passphraseStrength } from './passphrase-strength.ts';
import { isLongEnough, notBefore, pauseAfterMs } from './security.ts';

const nowMs = 1_795_000_000_000;

describe('pauses after wrong passphrases', () => {
  test('none for the first three, then longer and longer, up to five minutes', () => {
    const pauses = Array.from({ length: 12 }, (_, failures) => pauseAfterMs(failures) / 1000);
    expect(pauses).toEqual([0, 0, 0, 0, 5, 15, 30, 60, 120, 300, 300, 300]);
  });

  test('count from the last failure', () => {
    const guard = { failures: 4, lastFailureAtMs: nowMs };
    expect(notBefore(guard, nowMs)).toBe(nowMs + 5000);
    expect(notBefore(guard, nowMs + 4999)).toBe(nowMs + 5000);
    expect(notBefore(guard, nowMs + 5000)).toBeNull();
    expect(notBefore({ failures: 3, lastFailureAtMs: nowMs }, nowMs)).toBeNull();
  });

  test('a clock set back never makes the wait longer than the pause', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer(), (failures, driftMs) => {
        const until = notBefore({ failures, lastFailureAtMs: nowMs + driftMs }, nowMs);
        return until === null || until - nowMs <= pauseAfterMs(failures);
      }),
    );
  });
});

test.each([
  ['', false],
  ['1234567', false],
  ['12345678', true],
  ['🦊🦊🦊🦊🦊🦊🦊', false],
  ['x'.repeat(1000), true],
  ['x'.repeat(1001), false],
])('whether %j is long enough: %s', (text, expected) => {
  expect(isLongEnough(text)).toBe(expected);
});

test.each([
  ['short', 'tooShort'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['password2026', 'weak'],
  ['P@ssw0rd!2026', 'weak'],
  ['qwertyuiop', 'weak'],
  ['harbour harbour harbour harbour', 'weak'],
  ['two words', 'weak'],
  ['hk3Vq9zt', 'fair'],
  ['lantern copper violin', 'weak'],
  ['lantern copper violin moss', 'fair'],
  ['lantern copper violin moss kettle', 'strong'],
  ['hk3Vq9ztMw7Lp', 'strong'],
] as const)('%j is %s', (text, expected) => {
  expect(passphraseStrength(text)).toBe(expected);
});
