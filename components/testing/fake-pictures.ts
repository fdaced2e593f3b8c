import type { ImageError } from '../../utils/domain/image-errors.ts';
import { exactSizes } from '../../utils/domain/larger-sizes.ts';
import type { PrepareRequest, SourceFacts, SourceRect } from '../../utils/domain/picture.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import type { OpenedPicture, Prepared } from '../studio-ports.ts';

/** The size of a fake file: all the pixels of the frame where the larger one is asked for. */
const sizeOf = ({ kind, rect, frame, size }: PrepareRequest) => {
  const exact = exactSizes[kind];
  const widthPx =
    size === 'larger' ? Math.max(exact.widthPx, Math.floor((frame ?? rect).width)) : exact.widthPx;
  return { widthPx, heightPx: Math.round((widthPx * exact.heightPx) / exact.widthPx) };
};

const draw = async (bitmap: ImageBitmap, request: PrepareRequest): Promise<Blob> => {
  const { rect, frame, format = 'jpeg', background = '#ffffff' } = request;
  const { widthPx, heightPx } = sizeOf(request);
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  const mime = format === 'png' ? 'image/png' : 'image/jpeg';
  if (mime === 'image/jpeg') {
    context.fillStyle = background;
    context.fillRect(0, 0, widthPx, heightPx);
  }
  const seen = frame ?? {
    centerX: rect.x + rect.width / 2,
    centerY: rect.y + rect.height / 2,
    width: rect.width,
    angleDeg: 0,
    flipX: false,
    flipY: false,
  };
  const scale = widthPx / seen.width;
  context.translate(widthPx / 2, heightPx / 2);
  context.rotate((seen.angleDeg * Math.PI) / 180);
  context.scale(seen.flipX ? -scale : scale, seen.flipY ? -scale : scale);
  context.drawImage(bitmap, -seen.centerX, -seen.centerY);
  return canvas.convertToBlob({ type: mime, quality: format === 'small' ? 0.7 : 0.92 });
};

const numbered = async (bitmap: ImageBitmap, index: number): Promise<ImageBitmap> => {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.drawImage(bitmap, 0, 0);
  context.font = `${bitmap.height / 3}px sans-serif`;
  context.fillText(String(index + 1), bitmap.width / 2, bitmap.height / 2);
  return createImageBitmap(canvas);
};

/** What the fake pictures were asked to do, for tests to look at. */
export interface PictureLog {
  readonly rects: SourceRect[];
  readonly requests: PrepareRequest[];
  readonly stills: number[];
  aborted: number;
  closed: number;
}

/** How fake pictures behave. */
export interface PictureGiven {
  /** How many stills they have. */
  readonly stills?: number;
  /** What the browser is said to do with pixels that are read. */
  readonly readBack?: NonNullable<SourceFacts['readBack']>;
  /** Until when a file takes to be written once its pixels are there; asked for each file. */
  readonly writing?: () => Promise<void> | undefined;
  /** Whether they say that parts of them are see-through. */
  readonly seeThrough?: boolean;
}

/** A real bitmap as an opened picture whose files are drawn by a canvas. */
export const openedFrom = (
  blob: Blob,
  bitmap: ImageBitmap,
  log: PictureLog,
  given: PictureGiven,
): OpenedPicture => ({
  facts: {
    format: blob.type === 'image/png' ? 'png' : 'jpeg',
    bytes: blob.size,
    widthPx: bitmap.width,
    heightPx: bitmap.height,
    removed: ['location', 'camera'],
    ...(given.readBack && { readBack: given.readBack }),
  },
  preview: bitmap,
  prepare: async (request, signal, onRendered): Promise<Result<Prepared, ImageError>> => {
    signal.addEventListener('abort', () => (log.aborted += 1));
    log.rects.push(request.rect);
    log.requests.push(request);
    const file = await draw(bitmap, request);
    const shown = await draw(bitmap, { ...request, format: 'png' });
    if (signal.aborted) return err({ kind: 'cancelled' });
    onRendered?.(shown);
    await new Promise((resolve) => setTimeout(resolve));
    await given.writing?.();
    if (signal.aborted) return err({ kind: 'cancelled' });
    return ok({
      blob: file,
      ...(request.size === 'whole' && {
        region: { widthPx: 900, heightPx: 300, leftPx: 10, topPx: 20 },
      }),
      facts: {
        mime: file.type === 'image/png' ? 'image/png' : 'image/jpeg',
        bytes: file.size,
        ...sizeOf(request),
        quality: file.type === 'image/png' ? null : 0.92,
        because: request.format ? 'chosen' : given.seeThrough ? 'alpha' : 'photo',
        upscaled: (request.frame ?? request.rect).width < exactSizes[request.kind].widthPx,
      },
    });
  },
  ...(given.stills && {
    frames: given.stills,
    selectFrame: async (index: number) => {
      log.stills.push(index);
      return ok(await numbered(bitmap, index));
    },
    thumbnail: async (index: number) => ok(await numbered(bitmap, index)),
  }),
  close: () => {
    log.closed += 1;
  },
});

/** A picture file with four coloured quarters, so that tests can tell where the frame is. */
export const pictureFile = async (
  widthPx = 1200,
  heightPx = 800,
  name = 'quarters.png',
): Promise<File> => {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  const colors = ['#c33', '#3a3', '#33c', '#cc3'];
  colors.forEach((color, index) => {
    if (!context) return;
    context.fillStyle = color;
    const x = (index % 2) * (widthPx / 2);
    const y = Math.floor(index / 2) * (heightPx / 2);
    context.fillRect(x, y, widthPx / 2, heightPx / 2);
  });
  return new File([await canvas.convertToBlob({ type: 'image/png' })], name, { type: 'image/png' });
};
