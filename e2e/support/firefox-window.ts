import type { Browser, Page } from 'puppeteer-core';
import type { Firefox } from '../firefox.ts';
import { waitUntil } from './wait-until.ts';

/*
 * What lies outside of every page: Firefox's own window, its questions and private windows, and the place
 * where content scripts live. Its remote agent lets a driver at them when it was started with
 * --remote-allow-system-access (WebDriver BiDi, `moz:scope`; Firefox source, remote/webdriver-bidi).
 */

interface Context {
  readonly context: string;
  readonly url: string;
}

interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

const connectionOf = (driver: Browser): Connection =>
  (driver as unknown as { readonly connection: Connection }).connection;

/** Runs a script with the browser's own rights in its first window; gives what it resolves to, as JSON has it. */
export const inBrowserWindow = async <T>({ driver }: Firefox, script: string): Promise<T> => {
  const connection = connectionOf(driver);
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree.result as { readonly contexts: readonly Context[] }).contexts;
  if (!window) throw new Error('Firefox has a window');
  const answer = await connection.send('script.evaluate', {
    expression: `(async () => JSON.stringify({ value: await (${script}) }))()`,
    target: { context: window.context },
    awaitPromise: true,
  });
  const { type, result, exceptionDetails } = answer.result as {
    readonly type: string;
    readonly result?: { readonly value: string };
    readonly exceptionDetails?: { readonly text: string };
  };
  if (type !== 'success' || !result) throw new Error(exceptionDetails?.text ?? 'it failed');
  return (JSON.parse(result.value) as { readonly value: T }).value;
};

const question = `document.getElementById('addon-webext-permissions-notification')`;

/** Answers the browser's question whether the extension may talk to a host, as a person does. */
export const answerQuestion = async (browser: Firefox, answer: 'yes' | 'no'): Promise<void> => {
  const isAsked = (): Promise<boolean> =>
    inBrowserWindow(browser, `PopupNotifications.isPanelOpen && ${question}?.hidden === false`);
  await waitUntil(isAsked, { timeoutMs: 10_000, what: 'the browser to ask' });
  const button = answer === 'yes' ? 'button' : 'secondaryButton';
  await inBrowserWindow(browser, `void ${question}.${button}.click()`);
};

/** Lets the extension into private windows, as the switch on about:addons does; it starts anew by that. */
export const allowPrivateWindows = (browser: Firefox): Promise<void> =>
  inBrowserWindow(
    browser,
    `(async (id) => {
      const load = (name) => ChromeUtils.importESModule('resource://gre/modules/' + name + '.sys.mjs');
      const { ExtensionPermissions } = load('ExtensionPermissions');
      const { AddonManager } = load('AddonManager');
      const permissions = ['internal:privateBrowsingAllowed'];
      await ExtensionPermissions.add(id, { permissions, origins: [] });
      await (await AddonManager.getAddonByID(id)).reload();
      return null;
    })(${JSON.stringify(browser.extensionId)})`,
  );

/** Opens a private window; gives its tab. */
export const openPrivateWindow = async (browser: Firefox): Promise<Page> => {
  const known = new Set(await browser.driver.pages());
  await inBrowserWindow(browser, 'void OpenBrowserWindow({ private: true })');
  let page: Page | undefined;
  const isThere = async (): Promise<boolean> => {
    page = (await browser.driver.pages()).find((one) => !known.has(one));
    return page !== undefined;
  };
  await waitUntil(isThere, { timeoutMs: 15_000, what: 'a private window' });
  if (!page) throw new Error('unreachable: the wait above ends with a page or an error');
  return page;
};

/** Runs in a tab's process with the browser's rights: evaluates a script where the content script lives. */
const besideContentScript = (extensionId: string, expression: string): string => `(async () => {
  const load = (name) => ChromeUtils.importESModule('resource://gre/modules/' + name + '.sys.mjs');
  let answer;
  try {
    const { ExtensionContent } = load('ExtensionContent');
    const { ExtensionProcessScript } = load('ExtensionProcessScript');
    const extension = ExtensionProcessScript.getExtensionChild(${JSON.stringify(extensionId)});
    const { cloneScope } = ExtensionContent.getContext(extension, content);
    const script = '(async () => JSON.stringify({ value: await (' + ${JSON.stringify(expression)} + ') }))()';
    answer = { json: String(await Cu.evalInSandbox(script, cloneScope)) };
  } catch (error) {
    answer = { error: String(error) };
  }
  sendAsyncMessage('facelift:answer', answer);
})()`;

/**
 * Runs a script in the content script's own world on the tab whose address ends so, as if the content script
 * had been taken over. Gives what it resolves to, as JSON has it.
 */
export const inFirefoxContentScript = async (
  browser: Firefox,
  addressEnd: string,
  expression: string,
): Promise<unknown> => {
  const script = besideContentScript(browser.extensionId, expression);
  const answer = await inBrowserWindow<{ readonly json?: string; readonly error?: string }>(
    browser,
    `(async () => {
      const isIt = ({ linkedBrowser }) => linkedBrowser.currentURI.spec.endsWith(${JSON.stringify(addressEnd)});
      const { messageManager } = gBrowser.tabs.find(isIt).linkedBrowser;
      return new Promise((resolve) => {
        const hear = ({ data }) => {
          messageManager.removeMessageListener('facelift:answer', hear);
          resolve(data);
        };
        messageManager.addMessageListener('facelift:answer', hear);
        const code = encodeURIComponent(${JSON.stringify(script)});
        messageManager.loadFrameScript('data:,' + code, false);
      });
    })()`,
  );
  if (answer.json === undefined) throw new Error(answer.error ?? 'no answer');
  return (JSON.parse(answer.json) as { readonly value?: unknown }).value;
};
