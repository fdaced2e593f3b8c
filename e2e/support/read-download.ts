import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * What a downloaded file says, piece by piece: the file as it is, and where it is a zip every entry in it by
 * name, unpacked, because what is packed hides what it says.
 */
export const readDownload = async (
  path: string,
): Promise<readonly { readonly place: string; readonly text: string }[]> => {
  const bytes = new Uint8Array(await readFile(path));
  const latin1 = (part: Uint8Array): string => Buffer.from(part).toString('latin1');
  const entries = isZip(bytes) ? Object.entries(unzipSync(bytes)) : [];
  return [
    { place: 'download: file', text: latin1(bytes) },
    ...entries.map(([name, part]) => ({
      place: 'download: in the zip',
      text: `${name} ${latin1(part)}`,
    })),
  ];
};
