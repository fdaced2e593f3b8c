import type { Palette } from './palettes.ts';
import type { Random } from './random.ts';

/** Scenes draw on a 400x400 canvas; the background gradient is there already. */
export type Scene = (palette: Palette, random: Random) => string;

export const hills: Scene = ({ glow, middle, dark }, random) => {
  const sunX = random.between(120, 280);
  return `<circle cx="${sunX}" cy="165" r="62" fill="${glow}"/>
    ${ridge(random, 235, 40, middle, 0.65)}${ridge(random, 285, 30, middle, 1)}
    ${ridge(random, 330, 22, dark, 1)}`;
};

export const water: Scene = ({ glow, middle, dark }, random) => {
  const bands = [0, 1, 2, 3, 4].map((row) => {
    const y = 225 + row * 36;
    const shift = random.between(-40, 40);
    return `<path d="M${-80 + shift} ${y} q50 -22 100 0 t100 0 t100 0 t100 0 t100 0 V420 H-100 Z"
      fill="${row % 2 ? dark : middle}" opacity="${0.5 + row * 0.12}"/>`;
  });
  return `<circle cx="200" cy="190" r="78" fill="${glow}"/>${bands.join('')}`;
};

export const leaf: Scene = ({ glow, middle, dark }) => {
  const blades = [0, 1, 2, 3, 4, 5, 6].flatMap((row) => {
    const y = 330 - row * 38;
    const length = 118 - row * 13;
    return [-1, 1].map(
      (side) => `<ellipse cx="${200 + side * length * 0.5}" cy="${y - 26}" rx="${length * 0.56}"
        ry="17" fill="${side < 0 ? middle : dark}" opacity="0.92"
        transform="rotate(${side * -32} ${200 + side * length * 0.5} ${y - 26})"/>`,
    );
  });
  return `<circle cx="200" cy="200" r="172" fill="${glow}" opacity="0.75"/>${blades.join('')}
    <path d="M200 372 Q192 220 202 44" stroke="${dark}" stroke-width="9" fill="none"/>`;
};

export const tree: Scene = ({ glow, middle, dark }, random) => {
  const crown = Array.from({ length: 26 }, (_, index) => {
    const angle = index * 2.4;
    const reach = Math.sqrt(index / 26) * 108;
    return `<circle cx="${200 + Math.cos(angle) * reach}" cy="${160 + Math.sin(angle) * reach * 0.8}"
      r="${random.between(24, 46)}" fill="${random.pick([middle, middle, glow])}" opacity="0.85"/>`;
  });
  return `<path d="M186 372 Q196 260 188 180 h26 Q208 260 220 372 Z" fill="${dark}"/>
    ${crown.join('')}<ellipse cx="200" cy="382" rx="210" ry="34" fill="${dark}"/>`;
};

export const clouds: Scene = ({ glow, middle }, random) => {
  const puffs = Array.from({ length: 34 }, (_, index) => {
    const x = random.between(20, 380);
    const y = 130 + (index % 4) * 62 + random.between(-12, 12);
    return `<ellipse cx="${x}" cy="${y}" rx="${random.between(34, 70)}" ry="${random.between(14, 26)}"
      fill="${index % 5 ? glow : middle}" opacity="0.7"/>`;
  });
  return puffs.join('');
};

/** A far line of hills across the whole width. */
export function ridge(
  random: Random,
  y: number,
  height: number,
  fill: string,
  opacity: number,
  widthPx = 400,
): string {
  const points: string[] = [];
  for (let x = 0; x <= widthPx; x += 80) {
    points.push(`${x} ${Math.round(y - random.between(-height, height))}`);
  }
  return `<path d="M-30 ${y + 400} L-30 ${y} L${points.join(' L')} L${widthPx + 60} ${y}
    L${widthPx + 60} ${y + 400} Z" fill="${fill}" opacity="${opacity}" stroke="${fill}"
    stroke-width="26" stroke-linejoin="round"/>`;
}
