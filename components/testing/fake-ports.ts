import type { Account } from '../../utils/domain/account.ts';
import type { ImageError } from '../../utils/domain/image-errors.ts';
import type { PrepareRequest, SourceFacts, SourceRect } from '../../utils/domain/picture.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import type { SwapJob } from '../../utils/domain/swap-job.ts';
import type { OpenedPicture, Prepared, StudioPorts } from '../studio-ports.ts';

/** A list that tells its listeners at once and on every change, as the real stores do. */
export const createFeed = <T>(start: T) => {
  let value = start;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set: (next: T) => {
      value = next;
      for (const listener of listeners) listener(value);
    },
    watch: (listener: (value: T) => void) => {
      listeners.add(listener);
      listener(value);
      return () => void listeners.delete(listener);
    },
  };
};

export const someAccount = (over: Partial<Account> = {}): Account => ({
  id: '1234567890123456789',
  handle: 'ada_paints',
  name: 'Ada Paints',
  pictureUrl: '',
  apiBase: 'https://api.x.com',
  access: 'read-write',
  addedAtMs: 0,
  ...over,
});

export const someJob = (over: Partial<SwapJob> = {}): SwapJob => ({
  id: 'job-1',
  accountId: '1234567890123456789',
  handle: 'ada_paints',
  kind: 'avatar',
  blobKey: 'blob-1',
  state: 'queued',
  createdAtMs: Date.now(),
  updatedAtMs: Date.now(),
  attempts: 0,
  tries: 0,
  looks: 0,
  dueAtMs: 0,
  wait: null,
  clockSkewMs: null,
  previousKey: null,
  acceptedAtMs: null,
  liveUrl: null,
  failure: null,
  ...over,
});

/** The edge of a fake file: all the pixels of the frame where the larger one is asked for. */
const edgeOf = ({ rect, frame, size }: PrepareRequest): number =>
  size === 'larger' ? Math.max(400, Math.floor((frame ?? rect).width)) : 400;

const draw = async (bitmap: ImageBitmap, request: PrepareRequest): Promise<Blob> => {
  const { rect, frame, format = 'jpeg', background = '#ffffff' } = request;
  const edgePx = edgeOf(request);
  const canvas = new OffscreenCanvas(edgePx, edgePx);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  const mime = format === 'png' ? 'image/png' : 'image/jpeg';
  if (mime === 'image/jpeg') {
    context.fillStyle = background;
    context.fillRect(0, 0, edgePx, edgePx);
  }
  const seen = frame ?? {
    centerX: rect.x + rect.width / 2,
    centerY: rect.y + rect.height / 2,
    width: rect.width,
    angleDeg: 0,
    flipX: false,
    flipY: false,
  };
  const scale = edgePx / seen.width;
  context.translate(edgePx / 2, edgePx / 2);
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

/** What stands behind the fake ports. */
interface Given {
  /** How many stills the fake pictures have. */
  readonly stills?: number;
  /** The real way to open pictures, where the fake one's are not enough. */
  readonly openPicture?: StudioPorts['openPicture'];
  readonly fetchPicture?: StudioPorts['fetchPicture'];
  readonly camera?: StudioPorts['camera'];
  readonly history?: StudioPorts['history'];
  readonly sizes?: StudioPorts['sizes'];
  readonly security?: StudioPorts['security'];
  /** How long a picture takes to open. */
  readonly openMs?: number;
  readonly accounts?: readonly Account[];
  readonly jobs?: readonly SwapJob[];
  /** What the browser is said to do with pixels that are read. */
  readonly readBack?: NonNullable<SourceFacts['readBack']>;
  /** How long a file takes to be written once its pixels are there. */
  readonly writeMs?: number;
  /** Whether the fake pictures say that parts of them are see-through. */
  readonly seeThrough?: boolean;
}

const openedFrom = (
  blob: Blob,
  bitmap: ImageBitmap,
  log: PictureLog,
  given: Given,
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
    await new Promise((resolve) => setTimeout(resolve, given.writeMs ?? 0));
    if (signal.aborted) return err({ kind: 'cancelled' });
    return ok({
      blob: file,
      facts: {
        mime: file.type === 'image/png' ? 'image/png' : 'image/jpeg',
        bytes: file.size,
        widthPx: edgeOf(request),
        heightPx: edgeOf(request),
        quality: file.type === 'image/png' ? null : 0.92,
        because: request.format ? 'chosen' : given.seeThrough ? 'alpha' : 'photo',
        upscaled: (request.frame ?? request.rect).width < 400,
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

/** Ports with real pictures and no X behind them. `started` holds what was handed over to be sent. */
export const createFakePorts = (given: Given) => {
  const accounts = createFeed<readonly Account[]>(given.accounts ?? [someAccount()]);
  const jobs = createFeed<readonly SwapJob[]>(given.jobs ?? []);
  const log: PictureLog = { rects: [], requests: [], stills: [], aborted: 0, closed: 0 };
  const started: Prepared[] = [];
  const calls: string[] = [];
  const ports: StudioPorts = {
    openPicture: async (source, signal) => {
      if (given.openMs) await new Promise((resolve) => setTimeout(resolve, given.openMs));
      if (signal.aborted) return err({ kind: 'cancelled' });
      if (source.size === 0) return err({ kind: 'emptyFile' });
      try {
        return ok(openedFrom(source, await createImageBitmap(source), log, given));
      } catch {
        return err({ kind: 'notAnImage' });
      }
    },
    watchAccounts: accounts.watch,
    watchJobs: jobs.watch,
    startSwap: async ({ accountId, alsoIds = [], kind, prepared }) => {
      started.push(prepared);
      const id = `job-${started.length}`;
      const batch = alsoIds.length > 0 ? { batchId: `batch-${started.length}` } : {};
      const all = [accountId, ...alsoIds].map((each, index) => {
        const handle = accounts.get().find((one) => one.id === each)?.handle ?? '';
        const own = index === 0 ? id : `${id}-${index}`;
        return someJob({ ...batch, id: own, accountId: each, handle, kind, state: 'sending' });
      });
      jobs.set(all);
      return ok(id);
    },
    retrySwap: async (id) => void calls.push(`retry ${id}`),
    cancelSwap: async (id) => void calls.push(`cancel ${id}`),
    copyReport: async (id) => {
      calls.push(`report ${id}`);
      return true;
    },
    ...(given.openPicture && { openPicture: given.openPicture }),
    ...(given.fetchPicture && { fetchPicture: given.fetchPicture }),
    ...(given.camera && { camera: given.camera }),
    ...(given.history && { history: given.history }),
    ...(given.sizes && { sizes: given.sizes }),
    ...(given.security && { security: given.security }),
    openOptions: () => void calls.push('options'),
    openWide: () => void calls.push('wide'),
  };
  return { ports, accounts, jobs, log, started, calls };
};

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
