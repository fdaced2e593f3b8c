import { useLayoutEffect } from 'preact/hooks';
import type { RefObject } from 'preact';
import { sourceToStage, type Box, type Crop, type View } from '../../utils/domain/crop.ts';

interface Drawing {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly preview: ImageBitmap;
  readonly crop: Crop;
  readonly view: View;
  readonly box: Box;
  readonly stage: { readonly width: number; readonly height: number } | null;
}

/** Sharp on any screen; the canvas is only resized when the stage is, as that clears it. */
const fitCanvas = (canvas: HTMLCanvasElement, width: number, height: number): number => {
  const density = devicePixelRatio || 1;
  const wide = Math.round(width * density);
  const high = Math.round(height * density);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  return density;
};

/** Draws the picture under the frame, at most once a screen refresh. */
export const useFrameCanvas = ({ canvas, preview, crop, view, box, stage }: Drawing): void => {
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || !stage) return;
    const draw = () => {
      const context = element.getContext('2d');
      // A picture that was just replaced may be closed already: it has no size then.
      if (!context || preview.width === 0) return;
      const density = fitCanvas(element, stage.width, stage.height);
      const [a, b, c, d, e, f] = sourceToStage(crop, view, box);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      context.setTransform(
        a * density,
        b * density,
        c * density,
        d * density,
        e * density,
        f * density,
      );
      // 'high' looks no better at this scale and takes over 50 ms for its first picture.
      context.imageSmoothingQuality = 'medium';
      context.drawImage(preview, 0, 0, crop.widthPx, crop.heightPx);
    };
    const frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [canvas, preview, crop, view, box, stage]);
};
