/** Four colours a scene is drawn in, from sky to shadow. */
export interface Palette {
  sky: string;
  glow: string;
  middle: string;
  dark: string;
}

export const palettes: readonly [Palette, ...Palette[]] = [
  { sky: '#2a3b8f', glow: '#ffb37a', middle: '#c8567b', dark: '#241b45' },
  { sky: '#0f6b76', glow: '#ffe9b0', middle: '#3fa58c', dark: '#0b2f3c' },
  { sky: '#f6c453', glow: '#fff4d6', middle: '#e2703a', dark: '#6b2737' },
  { sky: '#7a4fb5', glow: '#ffd1e8', middle: '#d0639c', dark: '#2c1648' },
  { sky: '#9fd0e6', glow: '#ffffff', middle: '#5b8fb0', dark: '#1f3a52' },
  { sky: '#b9d78a', glow: '#fdf9d8', middle: '#5d9a55', dark: '#1f4433' },
  { sky: '#ef8e7d', glow: '#ffe3cf', middle: '#b4485a', dark: '#4a1a33' },
  { sky: '#20242f', glow: '#f2c879', middle: '#4d5a78', dark: '#0c0e15' },
];
