/** Strokes on a 20 × 20 field. */
const shapes = {
  picture: 'M3 4.5h14v11H3zM3 13l4-4 3.5 3.5L13 10l4 4M12.6 7.6h.01',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4',
  expand:
    'M11.5 3.5h5v5M16.5 3.5l-6 6M8 4.5H4.5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V12',
  settings: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4',
  check: 'M4 10.5l4 4 8-9',
  warning: 'M10 3.2l7.3 13.1H2.7zM10 8v4M10 14.2v.01',
  close: 'M5 5l10 10M15 5L5 15',
  shield: 'M10 2.8l6 2.2v4.6c0 3.6-2.4 6.3-6 7.6-3.6-1.3-6-4-6-7.6V5zM7.4 9.9l1.9 1.9 3.4-3.6',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9M10 12.2v1.8',
  lockOpen: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 5.8-1.1M10 12.2v1.8',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  eyeOff:
    'M3 3l14 14M8.3 5.2A8 8 0 0 1 10 5c4.8 0 7.5 5 7.5 5a13 13 0 0 1-2.3 2.9M5 6.7A13 13 0 0 0 2.5 10S5.2 15 10 15a7.6 7.6 0 0 0 3-.6',
  undo: 'M6.5 4L3 7.5 6.5 11M3.5 7.5h8a5 5 0 0 1 0 9.5H8',
  redo: 'M13.5 4L17 7.5 13.5 11M16.5 7.5h-8a5 5 0 0 0 0 9.5H12',
  turnLeft: 'M3.5 4v4h4M3.8 8a7 7 0 0 1 13 4.5M7.5 10.5h6v6h-6z',
  turnRight: 'M16.5 4v4h-4M16.2 8a7 7 0 0 0-13 4.5M6.5 10.5h6v6h-6z',
  flipX: 'M10 2.5v15M7.5 5v10H2.5zM12.5 5v10h5z',
  flipY: 'M2.5 10h15M5 7.5h10V2.5zM5 12.5h10v5z',
  straighten: 'M2.5 15.5h15M2.5 15.5L15 6M9.5 15.5a7 7 0 0 0-1.7-4',
  reset: 'M4 3.5v4h4M4.3 7.5a6.8 6.8 0 1 1-.9 4.6',
  save: 'M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13',
  link: 'M8.5 11.5l3-3M7 9.5l-2.2 2.2a2.5 2.5 0 0 0 3.5 3.5L10.5 13M9.5 7l2.2-2.2a2.5 2.5 0 0 1 3.5 3.5L13 10.5',
  sizes: 'M3 3.5h13.5V17H3zM3 9.5h7.5V17M3 13.5h3.5V17',
  place:
    'M10 17.5s5.5-5 5.5-9.2a5.5 5.5 0 0 0-11 0c0 4.2 5.5 9.2 5.5 9.2zM10 10.2a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8z',
  copy: 'M7.5 7.5h9v9h-9zM4.5 12.5h-1v-9h9v1',
  camera: 'M3 6.5h3l1.5-2h5L14 6.5h3v9.5H3zM10 13.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4z',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.6 2',
  star: 'M10 2.8l2.2 4.6 5 .7-3.6 3.5.9 5L10 14.2l-4.5 2.4.9-5L2.8 8.1l5-.7z',
  more: 'M5 8l5 5 5-5',
  pin: 'M12.5 3l4.5 4.5-3 1-3 3-.8 3.7-5.4-5.4 3.7-.8 3-3zM7.6 12.4L3.5 16.5',
  open: 'M10 12V3M6 7l4-4 4 4M3.5 16.5h13',
  back: 'M16 10H5M9.5 5.5L5 10l4.5 4.5',
  arrow: 'M4 10h11M10.5 5.5L15 10l-4.5 4.5',
} as const;

export type IconName = keyof typeof shapes;

interface IconProps {
  readonly name: IconName;
  readonly sizePx?: number;
}

/** A line icon in the colour of the text around it. Always beside or inside something named. */
export const Icon = ({ name, sizePx = 16 }: IconProps) => (
  <svg
    class="icon"
    width={sizePx}
    height={sizePx}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={shapes[name]} />
  </svg>
);
