/** Pictures brought together, and which of them is meant. */
export interface Tray {
  readonly files: readonly Blob[];
  readonly index: number;
  /** How many came with them and are not offered. Left out: none. */
  readonly more?: number;
}

/** More than these are not offered: whoever brings a whole folder has not chosen yet. */
export const mostFiles = 100;

/** The pictures among files; failing that the first file, whose bytes will tell. Null without any. */
export const trayOf = (files: Iterable<Blob> | undefined): Tray | null => {
  const all = [...(files ?? [])];
  const pictures = all.filter(({ type }) => type.startsWith('image/'));
  const offered = pictures.length > 0 ? pictures : all.slice(0, 1);
  if (offered.length === 0) return null;
  const more = offered.length - mostFiles;
  return { files: offered.slice(0, mostFiles), index: 0, ...(more > 0 && { more }) };
};

/** What is shown to choose among after a try: a lone file that failed leaves what was there before. */
export const trayAfterFailure = (before: Tray | null, tried: Tray | undefined): Tray | null => {
  if (!tried || tried.files.length < 2) return before;
  return before?.files === tried.files ? before : { ...tried, index: -1 };
};

const pictureAddress = /^(?:https?:\/\/|data:image\/)\S+$/i;

/** The address of a picture in what was pasted or dropped, or null. HTML goes first: it names the image. */
export const addressIn = (transfer: Pick<DataTransfer, 'getData'>): string | null => {
  const html = transfer.getData('text/html');
  const inHtml = html === '' ? null : imageIn(html);
  const list = transfer.getData('text/uri-list').split(/\r?\n/);
  const plain = transfer.getData('text/plain').trim();
  const found = [inHtml, list.find((line) => line !== '' && !line.startsWith('#')), plain];
  return found.find((address) => address && pictureAddress.test(address)) ?? null;
};

/** A parsed document that is never shown: nothing in it runs or loads. */
const imageIn = (html: string): string | null =>
  new DOMParser().parseFromString(html, 'text/html').querySelector('img')?.getAttribute('src') ??
  null;
