/**
 * What somebody who runs code in the content script's own world would try. Kept as source, because it runs
 * there; each attempt gives what came of it, for the scenario to judge.
 */

const within = `const within = (promise, ms = 3000) => Promise.race([
  Promise.resolve(promise).then((value) => ({ value }), (error) => ({ error: String(error?.message ?? error) })),
  new Promise((resolve) => setTimeout(resolve, ms, { nothing: true })),
]);`;

/** Sends messages of many kinds with the same generous payload; gives the answer to each. */
export const sendAll = (kinds: readonly string[], data: unknown): string => `(async () => {
  ${within}
  const answers = {};
  for (const kind of ${JSON.stringify(kinds)})
    answers[kind] = await within(chrome.runtime.sendMessage({ facelift: kind, data: ${JSON.stringify(data)} }));
  return answers;
})()`;

/** Sends what is no message of ours at all. */
export const sendNonsense = `(async () => {
  ${within}
  const odd = [null, 7, 'account.add', ['account.add'], { kind: 'account.add' }, { facelift: 7 },
    { facelift: { toString: 'account.add' } }, { facelift: '__proto__', data: {} },
    { facelift: 'constructor', data: {} }, JSON.parse('{"__proto__": {"facelift": "everything.erase"}}')];
  const answers = [];
  for (const message of odd) answers.push(await within(chrome.runtime.sendMessage(message), 1500));
  return answers;
})()`;

/** Opens a port and asks over it; gives whether anybody held it open or said anything. */
export const openPort = `(async () => {
  const port = chrome.runtime.connect({ name: 'facelift' });
  const heard = [];
  let open = true;
  port.onMessage.addListener((message) => heard.push(message));
  port.onDisconnect.addListener(() => { open = false; });
  try { port.postMessage({ facelift: 'everything.erase', data: {} }); } catch (error) { heard.length; }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return { open, heard };
})()`;

/** Reads and fills every storage area of the extension; gives what each attempt came to. */
export const useStorage = `(async () => {
  ${within}
  const results = {};
  const megabyte = 'x'.repeat(1_000_000);
  for (const area of ['local', 'session', 'sync', 'managed']) {
    const storage = chrome.storage?.[area];
    results[area + ' get'] = await within(storage?.get(null));
    if (area === 'managed') continue;
    for (const [name, value] of [['a', megabyte], ['unlockedKey', { keyId: 'x' }]])
      results[area + ' set ' + name] = await within(storage?.set({ [name]: value }));
    results[area + ' clear'] = await within(storage?.clear());
    results[area + ' open up'] = await within((async () =>
      storage?.setAccessLevel?.({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }))());
  }
  return results;
})()`;

/** Puts a megabyte into each area that takes it, and leaves it there. */
export const fillAndLeave = `(async () => {
  const left = 'x'.repeat(1_000_000);
  for (const area of ['local', 'session', 'sync'])
    await Promise.resolve(chrome.storage?.[area]?.set({ left })).catch(() => null);
  return null;
})()`;

/** Writes into the databases it can reach, holds the locks, shouts on the channel; gives what it could see. */
export const meddle = `(async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const opening = indexedDB.open('facelift', 99);
  await new Promise((resolve) => { opening.onsuccess = opening.onerror = opening.onblocked = resolve; });
  indexedDB.deleteDatabase('facelift');
  void navigator.locks.request('facelift-vault', () => new Promise(() => {}));
  new BroadcastChannel('facelift-changes').postMessage('accounts');
  return names;
})()`;

/** Fetches, frames and opens the extension's own pages; gives what could be read of them. */
export const openOwnPages = `(async () => {
  ${within}
  const results = {};
  for (const file of ['options.html', 'studio.html', 'popup.html', 'background.js', 'manifest.json']) {
    const address = chrome.runtime.getURL(file);
    results['fetch ' + file] = await within(fetch(address).then((answer) => answer.text()));
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
    results['frame ' + file] = await within(new Promise((resolve) => {
      frame.onload = () => {
        try { resolve(frame.contentDocument ? frame.contentDocument.body.innerHTML : 'closed'); }
        catch { resolve('closed'); }
      };
    }));
  }
  return results;
})()`;

/** As a script of X's own page: shouts every kind of message, presses the button that the extension put there. */
export const fromThePage = (kinds: readonly string[]): string => `(() => {
  for (const kind of ${JSON.stringify(kinds)}) {
    window.postMessage({ facelift: kind, data: {} }, '*');
    document.dispatchEvent(new CustomEvent('facelift', { detail: { facelift: kind } }));
  }
  const every = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
    [element, ...(element.shadowRoot ? every(element.shadowRoot) : [])]);
  const buttons = every(document).filter((element) => element.ariaLabel === 'Swap avatar');
  for (const button of buttons) for (let times = 0; times < 20; times += 1) button.click();
  const messages = globalThis.chrome?.runtime?.sendMessage ?? globalThis.browser?.runtime?.sendMessage;
  return { buttons: buttons.length, messages: messages !== undefined };
})()`;
