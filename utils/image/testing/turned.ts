import type { SourceFrame } from '../../domain/picture.ts';
import { pixelsOfAlpha } from '../resample/pixels-of-light.ts';
import { planResample } from '../resample/plan.ts';
import { createResampler } from '../resample/resampler.ts';
import { latticeFor } from '../turned/lattice.ts';
import { renderTurned } from '../turned/render-turned.ts';
import { turnMap } from '../turned/turn-map.ts';
import type { Pixels } from './pictures.ts';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Renders a turned frame of plain pixels, as the worker does from a bitmap. */
export const turnedFrom = (
  pixels: Pixels,
  source: Size,
  frame: SourceFrame,
  out: Size,
  hasAlpha = false,
): Pixels => {
  const map = turnMap(frame, out);
  const lattice = latticeFor(map, out, source);
  if (lattice === null) return new Uint8ClampedArray(out.widthPx * out.heightPx * 4);
  const { area, size, pixelPx } = lattice;
  const plan = planResample(area, source, size, pixelPx);
  const resampler = createResampler(plan, hasAlpha);
  for (let row = 0; row < plan.height; row += 1) {
    const from = 4 * ((plan.top + row) * source.widthPx + plan.left);
    resampler.pushRows(pixels.slice(from, from + 4 * plan.width), 1);
  }
  const [width, height] = [size.widthPx, size.heightPx];
  const grid = { light: resampler.light, width, height, channels: hasAlpha ? 4 : 3 } as const;
  return pixelsOfAlpha(renderTurned(grid, area, map, source, out));
};

const linear = (level: number): number => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const encoded = (light: number): number => {
  const value = Math.min(1, Math.max(0, light));
  return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
};
const kernel = (x: number): number => {
  if (x === 0) return 1;
  if (Math.abs(x) >= 3) return 0;
  const turn = Math.PI * x;
  return (3 * Math.sin(turn) * Math.sin(turn / 3)) / (turn * turn);
};

/**
 * The plainest turned reduction: every source pixel near a result pixel, weighed by a Lanczos3 kernel
 * that lies along the frame, in linear light and floating point. Opaque pictures only.
 */
export const referenceTurned = (
  pixels: Pixels,
  { widthPx, heightPx }: Size,
  frame: SourceFrame,
  out: Size,
): Pixels => {
  const rad = (frame.angleDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(rad), Math.sin(rad)];
  const scale = frame.width / out.widthPx;
  const radius = 3 * Math.max(1, scale) * 1.5;
  const result = new Uint8ClampedArray(out.widthPx * out.heightPx * 4).fill(255);
  for (let row = 0; row < out.heightPx; row += 1) {
    for (let column = 0; column < out.widthPx; column += 1) {
      const fx = (column + 0.5 - out.widthPx / 2) * scale;
      const fy = (row + 0.5 - out.heightPx / 2) * scale;
      const x = frame.centerX + (frame.flipX ? -1 : 1) * (cos * fx + sin * fy);
      const y = frame.centerY + (frame.flipY ? -1 : 1) * (-sin * fx + cos * fy);
      const sums = [0, 0, 0];
      let total = 0;
      for (let v = Math.floor(y - radius); v <= y + radius; v += 1) {
        for (let u = Math.floor(x - radius); u <= x + radius; u += 1) {
          if (u < 0 || v < 0 || u >= widthPx || v >= heightPx) continue;
          const dx = (frame.flipX ? -1 : 1) * (u + 0.5 - x);
          const dy = (frame.flipY ? -1 : 1) * (v + 0.5 - y);
          const along = (cos * dx - sin * dy) / Math.max(1, scale);
          const across = (sin * dx + cos * dy) / Math.max(1, scale);
          const weight = kernel(along) * kernel(across);
          total += weight;
          for (let c = 0; c < 3; c += 1) {
            sums[c]! += weight * linear(pixels[4 * (v * widthPx + u) + c]!);
          }
        }
      }
      sums.forEach((sum, c) => {
        result[4 * (row * out.widthPx + column) + c] = encoded(sum / total);
      });
    }
  }
  return result;
};
