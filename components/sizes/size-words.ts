import type { ImageUrl } from '../../utils/domain/image-urls/image-urls.ts';
import { uploadedAtMs } from '../../utils/domain/image-urls/same-picture.ts';
import type { PictureSize } from '../../utils/domain/image-urls/sizes.ts';
import type { AskedProblem } from '../../utils/domain/sizes-asked.ts';
import type { Person } from '../../utils/domain/person.ts';
import { formatBytes, formatSize } from '../shared/format.ts';
import type { SizeFile } from '../sizes-ports.ts';
import { countSizes, type SizesState } from './sizes-state.ts';

export const problemWords: { readonly [K in AskedProblem['kind']]: string } = {
  empty: 'Type a handle, or paste the address of a picture.',
  otherAddress:
    'This is neither a profile nor an avatar or banner of X. Right-click the picture on X and choose ‘Avatar sizes’, or copy its image address.',
  noHandle: 'This is no handle: those have letters, digits and underscores only.',
};

export const kindName = ({ kind }: ImageUrl): 'Avatar' | 'Banner' =>
  kind === 'banner' ? 'Banner' : 'Avatar';

/** What a size is by its name: `Documented: 48 × 48`. */
export const namedSize = ({ widthPx, heightPx, isDocumented }: PictureSize<string>): string =>
  `${isDocumented ? 'Documented' : 'Undocumented'}: ${
    widthPx === null || heightPx === null ? 'as uploaded' : formatSize(widthPx, heightPx)
  }`;

const formatName = (mime: string): string => mime.replace('image/', '').toUpperCase();

/** What the bytes say: `48 × 48 · JPEG · 2 kB`. */
export const measuredSize = ({ widthPx, heightPx, mime, blob }: SizeFile): string =>
  [formatSize(widthPx, heightPx), formatName(mime), formatBytes(blob.size)].join(' · ');

/** Whether the picture has other pixels than its name says. */
export const isOtherSize = (size: PictureSize<string>, file: SizeFile): boolean =>
  size.widthPx !== null && (file.widthPx !== size.widthPx || file.heightPx !== size.heightPx);

const formatDate = (atMs: number): string =>
  new Date(atMs).toLocaleDateString(undefined, { dateStyle: 'medium' });

/** One line about a picture: whose it is, and what its address tells. */
export const aboutPicture = (url: ImageUrl, person: Person | null): string => {
  const whose = person ? `@${person.handle}` : '';
  if (url.kind === 'default') {
    const egg = url.egg === null ? '' : ', one of the eggs of old';
    return person
      ? `${whose} has no picture of their own. This is X’s default picture${egg}.`
      : `X’s default picture${egg}: it is shown for accounts without one.`;
  }
  const atMs = uploadedAtMs(url);
  // Ids tell the time since then.
  const when = atMs === null ? 'before September 2013' : formatDate(atMs);
  return person ? `${whose} · uploaded ${when}` : `Uploaded ${when}`;
};

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg' };

const stemOf = (url: ImageUrl, person: Person | null): string => {
  if (url.kind === 'default') return 'default_profile';
  const own = url.key.split('/')[url.kind === 'banner' ? 0 : 1] ?? '';
  return (person?.handle ?? own).replace(/[^A-Za-z0-9_-]+/g, '_');
};

/** What a saved size is called: `ada_paints-bigger.jpg`, with the ending its bytes call for. */
export const sizeFileName = (
  url: ImageUrl,
  person: Person | null,
  name: string,
  mime: string,
): string => {
  const kind = url.kind === 'banner' ? '-banner' : '';
  return `${stemOf(url, person)}${kind}-${name}.${endings[mime] ?? mime.replace('image/', '')}`;
};

/** What is going on, in one line. */
export const statusWords = (state: SizesState): string => {
  const { all, done, shown } = countSizes(state);
  if (state.phase === 'finding') return 'Looking up whose pictures these are…';
  if (state.phase === 'fetching') return `${done} of ${all} sizes`;
  if (state.phase === 'stopped')
    return all > 0 ? `Stopped after ${shown} of ${all} sizes` : 'Stopped';
  if (all === 0) return '';
  return shown === all ? `All ${all} sizes` : `${shown} of ${all} sizes are there`;
};
