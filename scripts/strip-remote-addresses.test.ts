import { expect, test } from 'vitest';
import { remoteScriptAddresses } from './strip-remote-addresses.ts';

test.each([
  ['a script elsewhere', 'const a = "https://example.com/lib/thing.js";'],
  ['with a version behind it', 'const a = "http://example.com/thing.mjs?v=2";'],
  ['compiled code', 'load(`https://example.com/codec.wasm`)'],
  ['no protocol', 'const a = "//example.com/thing.js";'],
  ['in a template', 'const a = `https://cdn.jsdelivr.net/npm/x@${v}/dist/x.js`;'],
  ['a script host, whatever the path', 'const a = "https://unpkg.com/preact";'],
  ['importScripts', 'self.importScripts("https://example.com/loader")'],
  ['a worker', 'new Worker("https://example.com/w")'],
  ['import()', 'import("https://example.com/module")'],
  ['import from', 'import x from "https://example.com/module"; x();'],
  ['code inside a text', 'new Blob(["importScripts(\'https://example.com/a.js\')"])'],
  ['code that does not parse', 'const = "https://example.com/thing.js"'],
])('finds %s', (_name, code) => {
  expect(remoteScriptAddresses(code)).not.toHaveLength(0);
});

test.each([
  ['a comment', '/* from https://example.com/lib/thing.js */ const a = 1; // https://unpkg.com'],
  ['an API address', 'fetch("https://api.x.com/1.1/account/verify_credentials.json")'],
  ['a picture address', 'const a = "https://pbs.twimg.com/profile_images/1/a_400x400.jpg";'],
  ['own files', 'new Worker("/assets/worker.js"); import("./chunk.js")'],
  ['a name space', 'document.createElementNS("http://www.w3.org/2000/svg", "svg")'],
])('lets %s be', (_name, code) => {
  expect(remoteScriptAddresses(code)).toEqual([]);
});
