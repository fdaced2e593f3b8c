import { parseAst, type Plugin } from 'vite';

/**
 * The only remote script address known to come in with a dependency: browser-image-compression 2.0.2
 * would load itself from there into a worker of its own, which an extension must not do and which
 * this program never asks for.
 */
const knownAddress =
  'https://cdn.jsdelivr.net/npm/browser-image-compression@2.0.2/dist/browser-image-compression.js';

/** Hosts that serve other people's scripts. */
const scriptHosts =
  /\b(?:cdn\.jsdelivr\.net|unpkg\.com|cdnjs\.cloudflare\.com|esm\.sh|esm\.run|cdn\.skypack\.dev|jspm\.dev|ga\.jspm\.io|ajax\.googleapis\.com)\b/iu;

/** An http(s) or protocol-relative address of a script or of compiled code. */
const scriptAddress = /(?:https?:)?\/\/[^\s"'`<>]+\.(?:js|mjs|cjs|wasm)(?=$|[?#\s"'`<>)])/iu;

/** Calls that load code, and so must never be given any remote address. */
const loaders = new Set(['importScripts', 'Worker', 'SharedWorker']);
const isRemote = (text: string): boolean => /^\s*(?:https?:)?\/\//iu.test(text);

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The fixed text a syntax node stands for: a string, or the text parts of a template. */
const textOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : '';
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return '';
  return node['quasis'].map((part) => String(part.value.cooked ?? part.value.raw)).join('*');
};

const loadedBy = (node: Node): unknown => {
  if (/^(?:Import(?:Expression|Declaration)|Export(?:Named|All)Declaration)$/u.test(node.type)) {
    return node['source'];
  }
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  const callee = isNode(node['callee']) ? node['callee'] : null;
  const property = callee?.type === 'MemberExpression' ? callee['property'] : callee;
  const isLoader = isNode(property) && loaders.has(String(property['name']));
  return isLoader && Array.isArray(node['arguments']) ? node['arguments'][0] : null;
};

const addressesIn = (node: unknown, found: Set<string>): void => {
  if (Array.isArray(node)) {
    for (const item of node) addressesIn(item, found);
    return;
  }
  if (!isNode(node)) return;
  const text = textOf(node);
  if (scriptHosts.test(text) || scriptAddress.test(text)) found.add(text);
  const loaded = textOf(loadedBy(node));
  if (isRemote(loaded)) found.add(loaded);
  for (const value of Object.values(node)) addressesIn(value, found);
};

/**
 * Every remote script address in a piece of built code: texts that name a script elsewhere, and
 * whatever is imported from elsewhere. Comments do not count. Code that cannot be parsed is searched
 * as plain text.
 */
export const remoteScriptAddresses = (code: string): readonly string[] => {
  const found = new Set<string>();
  try {
    addressesIn(parseAst(code), found);
  } catch {
    const match = scriptAddress.exec(code) ?? scriptHosts.exec(code);
    if (match !== null) found.add(match[0]);
  }
  return [...found];
};

/** Remote script addresses in a built page: only what its `src` and `href` load. */
const remotePageAddresses = (html: string): readonly string[] =>
  [
    ...html.matchAll(
      /<(?:script|link)\b[^>]*\b(?:src|href)\s*=\s*["']?((?:https?:)?\/\/[^\s"'>]+)/giu,
    ),
  ].map((match) => match[1] ?? '');

const decoded = (source: string | Uint8Array): string =>
  typeof source === 'string' ? source : new TextDecoder().decode(source);

/**
 * Vite plugin: takes the known address out of the code, and fails the build when any remote script
 * address is left in what it puts out. Must be given to the build and to `worker.plugins` alike.
 */
export const stripRemoteAddresses = (): Plugin => ({
  name: 'strip-remote-addresses',
  transform(code) {
    if (!code.includes(knownAddress)) return null;
    return { code: code.replaceAll(knownAddress, ''), map: null };
  },
  generateBundle(_options, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      const text = file.type === 'chunk' ? file.code : decoded(file.source);
      const isCode = file.type === 'chunk' || /\.[cm]?js$/u.test(name);
      const found = isCode
        ? remoteScriptAddresses(text)
        : name.endsWith('.html')
          ? remotePageAddresses(text)
          : [];
      if (found.length > 0) this.error(`remote script address in ${name}: ${found.join(', ')}`);
    }
  },
});
