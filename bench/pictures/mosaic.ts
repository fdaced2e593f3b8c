import sharp, { type OverlayOptions } from 'sharp';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Piece {
  readonly source: Buffer;
  readonly left: number;
  readonly top: number;
}

const piecesOf = async (source: Buffer, tile: Size): Promise<readonly Piece[]> => {
  const { width, height } = await sharp(source).metadata();
  const [columns, rows] = [Math.floor(width / tile.widthPx), Math.floor(height / tile.heightPx)];
  return Array.from({ length: columns * rows }, (_, index) => ({
    source,
    left: (index % columns) * tile.widthPx,
    top: Math.floor(index / columns) * tile.heightPx,
  }));
};

/**
 * Lays whole pieces of pictures side by side, never scaled; when they run out they come again
 * mirrored. `tile` must divide `size`. Gives a JPEG.
 */
export const makeMosaic = async (
  sources: readonly Buffer[],
  size: Size,
  tile: Size,
): Promise<Buffer> => {
  const pieces = (await Promise.all(sources.map((source) => piecesOf(source, tile)))).flat();
  const columns = size.widthPx / tile.widthPx;
  const count = columns * (size.heightPx / tile.heightPx);
  const tiles: OverlayOptions[] = [];
  for (let index = 0; index < count; index += 1) {
    const piece = pieces[index % pieces.length];
    if (!piece) throw new Error('The sources are smaller than a tile');
    const round = Math.floor(index / pieces.length);
    const input = await sharp(piece.source)
      .extract({ left: piece.left, top: piece.top, width: tile.widthPx, height: tile.heightPx })
      .flop(round % 2 === 1)
      .flip(round >= 2)
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer();
    tiles.push({
      input,
      raw: { width: tile.widthPx, height: tile.heightPx, channels: 3 },
      left: (index % columns) * tile.widthPx,
      top: Math.floor(index / columns) * tile.heightPx,
    });
  }
  const create = {
    width: size.widthPx,
    height: size.heightPx,
    channels: 3 as const,
    background: '#000',
  };
  return sharp({ create })
    .composite(tiles)
    .jpeg({ quality: 92, chromaSubsampling: '4:2:0' })
    .toBuffer();
};
