import { keptBanner, regionFits, type BannerRegion } from '../images/banner-work.ts';
import { bannerLimits } from '../images/facts.ts';
import { codedError, emptyAnswer, parameterMissing, pictureError } from './errors.ts';
import type { ApiAnswer, ApiCall } from './types.ts';
import { acceptUpload, decodeUpload, findUpload } from './uploads.ts';

const regionNames = ['width', 'height', 'offset_left', 'offset_top'] as const;

/** POST account/update_profile_banner. Success is 201 without a body, seen in 2019. */
export async function updateProfileBanner(call: ApiCall): Promise<ApiAnswer> {
  const upload = findUpload(call, 'banner');
  if (!(upload instanceof Uint8Array)) return upload;
  const region = readRegion(call);
  if (region && 'status' in region) return region;
  if (upload.length >= bannerLimits.maxBytesExclusive) return emptyAnswer(422, 'banner too large');
  const image = await decodeUpload(upload);
  // An empty 400 is what a client got for bytes that are no picture (reported 2021).
  if (!image) return emptyAnswer(400, 'banner is no image');
  if (image.mime === 'image/gif') return codedError(211);
  const { widthPx, heightPx } = image;
  const tooSmall = widthPx < bannerLimits.minWidthPx || heightPx < bannerLimits.minHeightPx;
  if (tooSmall || Math.max(widthPx, heightPx) > bannerLimits.maxEdgePx) {
    return invalid(call, `dimensions ${widthPx}x${heightPx} are not in 200x100..8192x8192`);
  }
  if (region && !regionFits(region, image)) {
    return invalid(call, 'the preferred section lies outside of the image');
  }
  const kept = await keptBanner(image, region);
  return { ...emptyAnswer(201), ...acceptUpload(call, 'banner', image, kept) };
}

/** POST account/remove_profile_banner. Done at once; a banner that still waits goes too. */
export function removeProfileBanner({ world, account }: ApiCall): ApiAnswer {
  world.pictures.remove(account, 'banner');
  return emptyAnswer(200, 'banner removed');
}

/** All four numbers or none (archived X docs, 2012 to 2016). */
function readRegion(call: ApiCall): BannerRegion | ApiAnswer | undefined {
  const texts = regionNames.map((name) => call.param(name));
  if (texts.every((text) => text === undefined)) return undefined;
  const numbers: number[] = [];
  for (const [at, name] of regionNames.entries()) {
    const text = texts[at];
    if (text === undefined) return parameterMissing(name);
    if (!/^\d{1,5}$/.test(text)) return invalid(call, `${name} is not a number`);
    numbers.push(Number(text));
  }
  const [widthPx = 0, heightPx = 0, leftPx = 0, topPx = 0] = numbers;
  return { widthPx, heightPx, leftPx, topPx };
}

function invalid(call: ApiCall, reason: string): ApiAnswer {
  return pictureError(400, call.path, `Image validation failed with errors: ${reason}`);
}
