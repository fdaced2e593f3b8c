import { useEffect, useState } from 'preact/hooks';
import { isEnough, wantedDetail, type Sight } from '../../utils/domain/detail.ts';
import type { DetailRequest } from '../../utils/domain/picture.ts';
import type { Framing } from './framing.ts';

/** A sharper part of a picture, to be drawn over its preview. */
export interface Detail extends DetailRequest {
  readonly bitmap: ImageBitmap;
  /** What it belongs to: another still has another preview. */
  readonly preview: ImageBitmap;
}

/** Moving goes on with what is there; a rest this long asks for something sharper. */
const pauseMs = 120;

/**
 * The sharper part of what is seen while the preview is stretched, once the picture rests; null while the
 * preview does. The last one stays until the next is there, so nothing flickers.
 */
export const useDetail = ({ picture, preview }: Framing, sight: Sight | null): Detail | null => {
  const [detail, setDetail] = useState<Detail | null>(null);
  useEffect(() => {
    if (!sight || preview.width === 0) return;
    const wanted = wantedDetail(sight, preview.width);
    const have = detail?.preview === preview ? detail : null;
    if (wanted && have && isEnough(have, wanted, sight)) return;
    const controller = new AbortController();
    const ask = async () => {
      const result = wanted && (await picture.detail?.(wanted, controller.signal));
      if (!wanted) setDetail(null);
      if (!wanted || !result?.ok) return;
      if (controller.signal.aborted) result.value.close();
      else setDetail({ ...wanted, bitmap: result.value, preview });
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [picture, preview, sight, detail]);
  useEffect(() => () => detail?.bitmap.close(), [detail]);
  return detail?.preview === preview ? detail : null;
};
