export type Theme = 'light' | 'dark';

const backgrounds: Record<Theme, string> = { light: '#FFFFFF', dark: '#000000' };
const storageKey = 'sandbox-theme';
const fontKey = 'sandbox-font-px';

/** Sets what X sets for a theme: html's data-theme and color-scheme, body's colour, the meta tag. */
export function setTheme(theme: Theme): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  root.style.colorScheme = theme;
  document.body.style.backgroundColor = backgrounds[theme];
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', backgrounds[theme]);
  localStorage.setItem(storageKey, theme);
}

/** X's display setting moves the root's font size; everything else follows in rem (x-dom 1.4). */
export function setFontPx(px: number): void {
  document.documentElement.style.fontSize = `${px}px`;
  localStorage.setItem(fontKey, String(px));
}

/** The address decides, else what was chosen before, else light at 15 px. */
export function startTheme(query: URLSearchParams): void {
  const theme = query.get('theme') ?? localStorage.getItem(storageKey);
  setTheme(theme === 'dark' ? 'dark' : 'light');
  setFontPx(Number(query.get('font') ?? localStorage.getItem(fontKey) ?? 15));
}
