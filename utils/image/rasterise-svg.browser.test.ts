import { afterEach, describe, expect, test, vi } from 'vitest';
import { openPicture } from './open-picture.ts';
import { colourAt, furthest, never, opened, preparedFrom } from './testing/opened.ts';
import { rasteriseSvg, readySvg } from './rasterise-svg.ts';

const svg = (content: string, attributes = ''): Blob =>
  new Blob([`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`]);

const disc = '<rect width="100%" height="100%" fill="#1d9bf0"/>';

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  ['a size in pixels', 'width="30" height="15"', [2048, 1024]],
  ['a view box alone', 'viewBox="0 0 10 40"', [512, 2048]],
  ['shares of the page', 'width="100%" height="100%" viewBox="0 0 8 8"', [2048, 2048]],
  ['no size at all', '', [2048, 2048]],
  ['nonsense', 'width="-3" height="NaN" viewBox="1 2"', [2048, 2048]],
])('%s', async (_name, attributes, size) => {
  const picture = await opened(svg(disc, attributes));
  expect([picture.facts.widthPx, picture.facts.heightPx]).toEqual(size);
  expect(picture.facts.format).toBe('svg');
  picture.close();
});

test('a small drawing is drawn large, not enlarged', async () => {
  const edge =
    '<rect width="8" height="16" fill="#000"/><rect x="8" width="8" height="16" fill="#fff"/>';
  const { facts, pixels } = await preparedFrom(svg(edge, 'width="16" height="16"'));
  expect(facts).toMatchObject({ widthPx: 400, upscaled: false });
  expect(colourAt(pixels, 400, 0.49, 0.5)).toEqual([0, 0, 0, 255]);
  expect(colourAt(pixels, 400, 0.51, 0.5)).toEqual([255, 255, 255, 255]);
});

describe('is safe', () => {
  test('scripts and event handlers do not run', async () => {
    const ran = vi.fn();
    Object.assign(globalThis, { svgScriptRan: ran });
    const hostile = [
      '<script>parent.svgScriptRan(); globalThis.svgScriptRan()</script>',
      '<image href="x:" onerror="svgScriptRan()"/>',
      '<animate onbegin="svgScriptRan()" attributeName="x" dur="1s"/>',
      disc,
    ].join('');
    const { pixels } = await preparedFrom(svg(hostile, 'onload="svgScriptRan()"'));
    expect(furthest([29, 155, 240, 255], colourAt(pixels, 400, 0.5, 0.5))).toBeLessThanOrEqual(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ran).not.toHaveBeenCalled();
  });

  test('nothing is loaded from elsewhere', async () => {
    const away = `${location.origin}/svg-asked-for-this`;
    const seen = (): number =>
      performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(away)).length;
    const greedy = [
      `<style>@import url(${away}.css); @font-face { font-family: f; src: url(${away}.woff) }</style>`,
      `<image href="${away}.png" width="10" height="10"/><use href="${away}.svg#a"/>`,
      `<rect width="5" height="5" fill="url(${away}.svg#g)"/><text font-family="f">a</text>`,
    ].join('');
    expect((await rasteriseSvg(svg(greedy))).ok).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(seen()).toBe(0);
  });

  test('an embedded page gives way to what stands for it', async () => {
    const page = [
      '<switch><foreignObject width="100" height="100" requiredExtensions="">',
      '<p xmlns="http://www.w3.org/1999/xhtml">hi</p></foreignObject>',
      '<rect width="100" height="100" fill="#0a0"/></switch>',
    ].join('');
    const { pixels } = await preparedFrom(svg(page, 'viewBox="0 0 100 100"'));
    expect(colourAt(pixels, 400, 0.5, 0.5)).toEqual([0, 170, 0, 255]);
  });
});

test.each([
  ['broken', '<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>'],
  ['of another kind', '<svg><rect/></svg>'],
])('a drawing that is %s is refused', async (_name, text) => {
  expect(readySvg(text)).toBeNull();
  const result = await openPicture(new Blob([text]), never);
  expect(result).toEqual({ ok: false, error: { kind: 'decodeFailed', format: 'svg' } });
});

test('a compressed drawing is named', async () => {
  const result = await openPicture(new Blob([Uint8Array.of(0x1f, 0x8b, 8, 0)]), never);
  const error = { kind: 'unreadableFormat', format: 'compressed SVG (SVGZ)' };
  expect(result).toEqual({ ok: false, error });
});
