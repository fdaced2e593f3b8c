import { readFile } from 'node:fs/promises';

const folder = new URL('./client/', import.meta.url);
const safeName = /^[a-z0-9-]+\.(ts|css|svg)$/;
const mimes: Record<string, string> = {
  ts: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

export interface ClientFile {
  mime: string;
  body: string;
}

const scripts = new Map<string, Promise<string>>();

/** A file of `client/` as a browser takes it: TypeScript comes out as JavaScript. */
export async function clientFile(name: string): Promise<ClientFile | undefined> {
  const extension = safeName.exec(name)?.[1];
  if (!extension) return undefined;
  try {
    const text = await readFile(new URL(name, folder), 'utf8');
    const body = extension === 'ts' ? await scriptFrom(name, text) : text;
    return { mime: mimes[extension] ?? 'text/plain', body };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function scriptFrom(name: string, text: string): Promise<string> {
  // Keyed by the text: an edited file shows at the next load, an unedited one is not compiled again.
  const key = `${name}\n${text}`;
  const known = scripts.get(key);
  if (known) return known;
  const made = compile(name, text);
  scripts.set(key, made);
  return made;
}

async function compile(name: string, text: string): Promise<string> {
  const { transformWithOxc } = await import('vite');
  const { code } = await transformWithOxc(text, name, { sourcemap: false });
  return code;
}
