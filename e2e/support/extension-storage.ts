import type { Page } from 'playwright-core';
import type { Chromium } from '../chromium.ts';

/**
 * A page of the extension's origin that runs none of its code, to look at what is stored and to put it
 * there. Close it when done.
 */
export const openBarePage = async (browser: Chromium): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/icon.svg`);
  return page;
};

/** Runs in a page of the extension: everything that it keeps, as text, bytes as their characters. */
export const dumpExtension = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const text = async (value) => {
    if (value instanceof Blob)
      return 'blob of ' + value.size + ' ' + new TextDecoder('latin1').decode(await value.arrayBuffer());
    if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
    if (value instanceof CryptoKey) return 'a key, extractable: ' + value.extractable;
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(async ([name, inner]) => [name, await text(inner)]);
    return Object.fromEntries(await Promise.all(fields));
  };
  const stores = {};
  let version = 0;
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    version = database.version;
    for (const store of database.objectStoreNames) {
      const all = await done(database.transaction(store).objectStore(store).getAll());
      stores[store] = await Promise.all(all.map(text));
    }
    database.close();
  }
  const areas = {};
  for (const area of ['local', 'session', 'sync']) areas[area] = await chrome.storage[area].get(null);
  const alarms = (await chrome.alarms.getAll()).map(({ name }) => name);
  return { version, stores, areas, alarms };
})()`;

/** What `dumpExtension` gives. */
export interface ExtensionDump {
  /** 0 where there is no database. */
  readonly version: number;
  readonly stores: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly areas: Readonly<Record<'local' | 'session' | 'sync', Readonly<Record<string, unknown>>>>;
  readonly alarms: readonly string[];
}

/** Everything the extension keeps right now. */
export const extensionDump = async (browser: Chromium): Promise<ExtensionDump> => {
  const page = await openBarePage(browser);
  try {
    return await page.evaluate<ExtensionDump>(dumpExtension);
  } finally {
    await page.close();
  }
};
