import { describe, expect, it } from 'vitest';
import { buttonHeightPx, themeOf } from './native-look.ts';

describe('themeOf', () => {
  it.each([
    ['rgb(255, 255, 255)', 'light'],
    ['rgb(247, 249, 249)', 'light'],
    ['rgb(0, 0, 0)', 'dark'],
    ['rgb(22, 24, 28)', 'dark'],
    ['rgb(5, 5, 5)', 'contrast'],
    ['rgb(21, 32, 43)', 'dim'],
    ['rgba(0, 0, 0, 0.9)', 'dark'],
  ] as const)('takes %s for %s', (background, theme) => {
    expect(themeOf(background)).toBe(theme);
  });

  it('looks behind what is transparent, and takes nothing at all for light', () => {
    expect(themeOf('rgba(0, 0, 0, 0)', 'rgb(0, 0, 0)')).toBe('dark');
    expect(themeOf('rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)')).toBe('light');
    expect(themeOf()).toBe('light');
  });
});

describe('buttonHeightPx', () => {
  it.each([
    [13, 32],
    [14, 34],
    [15, 36],
    [17, 40],
    [18, 43],
    [20, 48],
  ])('at a root font of %i px is %i px', (fontPx, heightPx) => {
    expect(buttonHeightPx(fontPx)).toBe(heightPx);
  });
});
