import sharp from 'sharp';

/** X's stand-in for users without a picture: a pale figure on grey. Drawn here, not copied. */
export function defaultPerson(edgePx: number): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">
    <rect width="400" height="400" fill="#cfd9de"/>
    <circle cx="200" cy="158" r="70" fill="#829aab"/>
    <path d="M64 400 C64 300 120 254 200 254 C280 254 336 300 336 400Z" fill="#829aab"/></svg>`;
  return sharp(Buffer.from(svg), { density: 72 }).resize(edgePx, edgePx).png().toBuffer();
}
