/**
 * Runs where it is put (a page, or a content script's own world) and returns everything stored that can be
 * read from there, as text. Kept as source, because drivers send it to places of different kinds.
 */
export const readStoredText = `(async () => {
  const done = (request) =>
    new Promise((resolve) => {
      request.onsuccess = request.onerror = () => resolve(request.result);
    });
  const parts = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
  parts.push(document.documentElement.outerHTML);
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      parts.push(name, await done(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  for (const area of ['local', 'session', 'sync']) {
    parts.push(await globalThis.chrome?.storage?.[area]?.get?.().catch(String));
  }
  return JSON.stringify(parts);
})()`;
