import { originalAvatar } from '../images/avatar-work.ts';
import { avatarLimits } from '../images/facts.ts';
import { answerWithSelf } from './account.ts';
import { pictureError } from './errors.ts';
import type { ApiAnswer, ApiCall } from './types.ts';
import { acceptUpload, decodeUpload, findUpload } from './uploads.ts';

/** POST account/update_profile_image. The answer still names the picture from before. */
export async function updateProfileImage(call: ApiCall): Promise<ApiAnswer> {
  const upload = findUpload(call, 'image');
  if (!(upload instanceof Uint8Array)) return upload;
  if (upload.length >= avatarLimits.maxBytesExclusive) {
    // The docs name a limit but no answer for it; 413 is what X's front sends for too much.
    return pictureError(413, call.path, 'image is too large.');
  }
  const image = await decodeUpload(upload);
  if (!image) return pictureError(400, call.path, 'media type unrecognized.');
  const kept = await originalAvatar(image);
  return { ...answerWithSelf(call), ...acceptUpload(call, 'avatar', image, kept) };
}
