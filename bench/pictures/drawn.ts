import sharp from 'sharp';

/** A flat logo on nothing: two shapes, a thin ring, letters, a soft shadow. PNG, 2000x2000. */
export const drawLogo = (): Promise<Buffer> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="2000" height="2000">
<circle cx="104" cy="106" r="82" fill="#000" opacity="0.18"/>
<circle cx="100" cy="100" r="82" fill="#f2552c"/>
<circle cx="100" cy="100" r="66" fill="none" stroke="#fff" stroke-width="1.5"/>
<path d="M56 132 L82 62 L108 132 M66 108 H98" fill="none" stroke="#fff" stroke-width="9"/>
<path d="M120 132 V70 Q120 62 128 62 H146 M120 98 H140" fill="none" stroke="#ffd34d" stroke-width="9"/>
<text x="100" y="152" font-family="sans-serif" font-size="9" text-anchor="middle" fill="#fff">facelift</text>
</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
};

const chartEdge = 3000;

/** Level at a place of the chart: a one-pixel checker, one-pixel lines, and rings ever finer outwards. */
const chartLevel = (x: number, y: number): number => {
  const half = chartEdge / 2;
  if (y < half) {
    if (x < half) return (x + y) % 2 === 0 ? 255 : 0;
    // Rings that reach one cycle in two pixels at the edge of their quarter.
    const [dx, dy] = [x - half * 1.5, y - half * 0.5];
    return 127.5 + 127.5 * Math.cos((Math.PI * (dx * dx + dy * dy)) / half);
  }
  if (x < half) return x % 2 === 0 ? 255 : 0;
  // Grey of the checker's own light beside a ramp: both halves must come out alike.
  return y < half * 1.5 ? 188 : ((x - half) / half) * 255;
};

/** A chart that no filter but one in linear light keeps as bright as it is. PNG, 3000x3000. */
export const drawChart = (): Promise<Buffer> => {
  const grey = Buffer.alloc(chartEdge * chartEdge);
  for (let y = 0; y < chartEdge; y += 1) {
    for (let x = 0; x < chartEdge; x += 1) grey[y * chartEdge + x] = Math.round(chartLevel(x, y));
  }
  const raw = { width: chartEdge, height: chartEdge, channels: 1 as const };
  return sharp(grey, { raw }).toColourspace('srgb').png({ compressionLevel: 6 }).toBuffer();
};
