import { browser } from 'wxt/browser';
import { hostPatternOf, isX } from '../domain/server.ts';

/**
 * Asks the person, through the browser, to let the extension talk to a server. X's hosts are part of the
 * installation and are not asked for. Call it first thing on a click: browsers ask only then. False where
 * the person says no.
 */
export const askForHost = async (apiBase: string): Promise<boolean> => {
  if (isX(apiBase)) return true;
  return browser.permissions.request({ origins: [hostPatternOf(apiBase)] }).catch(() => false);
};

/** Whether calls to a server can be made and read. */
export const hasHost = (apiBase: string): Promise<boolean> =>
  isX(apiBase)
    ? Promise.resolve(true)
    : browser.permissions.contains({ origins: [hostPatternOf(apiBase)] });

/**
 * Gives back access to hosts that was granted after installing, but for the servers in `kept` (their
 * addresses).
 */
export const giveBackHosts = async (kept: ReadonlySet<string>): Promise<void> => {
  const { origins = [] } = await browser.permissions.getAll();
  const manifest = browser.runtime.getManifest();
  const needed = new Set<string>([
    ...(manifest.host_permissions ?? []),
    ...(manifest.content_scripts ?? []).flatMap(({ matches = [] }) => matches),
    ...[...kept].map(hostPatternOf),
  ]);
  const granted = origins.filter((origin) => !needed.has(origin));
  if (granted.length > 0) await browser.permissions.remove({ origins: granted });
};
