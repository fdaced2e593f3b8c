import { decodeSource } from '../../utils/image/decode.ts';
import { encodePicture } from '../../utils/image/encode/encode-picture.ts';
import { frameOfRect } from '../../utils/image/frame-plan.ts';
import { targets } from '../../utils/image/prepare.ts';
import { makePreview } from '../../utils/image/preview.ts';
import { openPixels } from '../../utils/image/read/open-pixels.ts';
import { readStrips } from '../../utils/image/read/read-strips.ts';
import { renderFrame } from '../../utils/image/render-frame.ts';
import { planResample } from '../../utils/image/resample/plan.ts';
import { exercise } from '../../utils/image/exercise.ts';
import { inspectSource } from '../../utils/image/sniff/inspect-source.ts';
import { connectHelper } from '../../utils/image/strips/helper.ts';
import { helperPortOf } from '../../utils/image/strips/messages.ts';
import { centreCrop, type Kind } from '../reference/centre-crop.ts';
import type { StagesAnswer } from './stages-link.ts';

/** Takes rows and does nothing: what remains is the cost of reading pixels. */
const idleResampler = { pushRows: () => {}, light: new Float64Array() };

const isStale = (): boolean => false;

const timed = async <T>(work: () => T | Promise<T>): Promise<readonly [T, number]> => {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
};

const decode = async (source: Blob) => {
  const inspected = await inspectSource(source);
  if (!inspected.ok) throw new Error(inspected.error.kind);
  const decoded = await decodeSource(source, inspected.value.format);
  if (!decoded.ok) throw new Error(decoded.error.kind);
  return decoded.value;
};

const measure = async (source: Blob, kind: Kind): Promise<StagesAnswer['stages']> => {
  const target = targets[kind];
  const [picture, decodeMs] = await timed(() => decode(source));
  const [preview, previewMs] = await timed(() => makePreview(picture.bitmap));
  preview.close();
  const size = { widthPx: picture.bitmap.width, heightPx: picture.bitmap.height };
  const rect = centreCrop(size, kind);
  const plan = planResample(rect, size, target);
  const pixelSource = openPixels(picture.bitmap, picture.format !== 'jpeg');
  const [, readBackMs] = await timed(() => readStrips(pixelSource, plan, idleResampler, isStale));
  pixelSource.close();
  const frame = frameOfRect(rect);
  const [pixels, renderMs] = await timed(() => renderFrame(picture, frame, target, isStale));
  if (!pixels) throw new Error('stale');
  const [, encodeMs] = await timed(() => encodePicture({ pixels, ...target }));
  return { decodeMs, previewMs, readBackMs, resampleMs: renderMs - readBackMs, encodeMs };
};

self.addEventListener('message', ({ data }: MessageEvent<{ source: Blob; kind: Kind }>) => {
  const port = helperPortOf(data);
  if (port !== null) return connectHelper(port);
  const startedAtMs = performance.timeOrigin + performance.now();
  // As a worker started ahead does before the first picture comes.
  const ready = exercise(() => true);
  ready
    .then(() => measure(data.source, data.kind))
    .then(
      (stages) => self.postMessage({ stages, startedAtMs }),
      (error: unknown) => self.postMessage(String(error)),
    );
});
