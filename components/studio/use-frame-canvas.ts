import { useLayoutEffect } from 'preact/hooks';
import type { RefObject } from 'preact';
import { sourceToStage } from '../../utils/domain/crop.ts';
import { coversSight, suitsSight, type Sight } from '../../utils/domain/detail.ts';
import type { Detail } from './use-detail.ts';

interface Drawing {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly preview: ImageBitmap;
  readonly detail: Detail | null;
  /** Whether parts of the picture may be see-through. */
  readonly mayBeClear: boolean;
  readonly sight: Sight | null;
}

/** Sharp on any screen; the canvas is only resized when the stage is, as that clears it. */
const fitCanvas = (canvas: HTMLCanvasElement, { stage, density }: Sight): void => {
  const wide = Math.round(stage.width * density);
  const high = Math.round(stage.height * density);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
};

/** From here on the context draws in source pixels. */
const setSourcePixels = (
  context: CanvasRenderingContext2D,
  { crop, view, box, density }: Sight,
): void => {
  const [a, b, c, d, e, f] = sourceToStage(crop, view, box).map((value) => value * density);
  context.setTransform(a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0);
};

const drawPicture = (
  context: CanvasRenderingContext2D,
  { preview, detail, mayBeClear }: Pick<Drawing, 'preview' | 'detail' | 'mayBeClear'>,
  sight: Sight,
): void => {
  const sharp = detail && detail.bitmap.width > 0 && suitsSight(detail, sight) ? detail : null;
  if (!sharp || !coversSight(sharp, sight)) {
    context.drawImage(preview, 0, 0, sight.crop.widthPx, sight.crop.heightPx);
  }
  if (!sharp) return;
  const { x, y, width, height } = sharp.rect;
  // Half-clear pixels must not lie over their own blurred selves.
  if (mayBeClear) context.clearRect(x, y, width, height);
  context.drawImage(sharp.bitmap, x, y, width, height);
};

/** Draws the picture under the frame, at most once a screen refresh. */
export const useFrameCanvas = ({ canvas, preview, detail, mayBeClear, sight }: Drawing): void => {
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || !sight) return;
    const draw = () => {
      const context = element.getContext('2d');
      // A picture that was just replaced may be closed already: it has no size then.
      if (!context || preview.width === 0) return;
      fitCanvas(element, sight);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      setSourcePixels(context, sight);
      // 'high' looks no better at this scale and takes over 50 ms for its first picture.
      context.imageSmoothingQuality = 'medium';
      drawPicture(context, { preview, detail, mayBeClear }, sight);
    };
    const frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [canvas, preview, detail, mayBeClear, sight]);
};
