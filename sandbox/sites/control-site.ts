import type { DayLimit } from '../api/rates.ts';
import type { Fault, NewAccount, SandboxControl } from '../control.ts';
import type { PageResponse } from '../page-types.ts';
import type { ShowDelay } from '../world-types.ts';
import { signInRoutes } from './sign-in-routes.ts';
import type { ControlRequest, Route } from './control-types.ts';
import { wireRoutes } from './wire-routes.ts';

interface Settings {
  showDelayMs?: number;
  goneStatus?: 404 | 403;
  signedIn?: string;
  /** By handle: milliseconds, or `never`. */
  showDelays?: Record<string, ShowDelay>;
  /** By path: calls per 15 minutes. */
  rateLimits?: Record<string, number>;
  /** By path: calls per 24 hours. */
  dayLimits?: Record<string, DayLimit>;
}

/** What `SandboxControl` does, for processes other than the server's own. */
const routes: Record<string, Route> = {
  'GET /state': (control) => stateOf(control),
  'GET /log': (control) => control.calls(),
  'GET /log.txt': (control) => control.logText(),
  'GET /uploads': (control) => control.uploads(),
  'GET /keys': (control, { query }) =>
    control.world.accountOf(query.get('account') ?? control.world.signedIn.id)?.keys,
  'GET /faults': (control) => control.faults.list(),
  'POST /faults': (control, { body }) => {
    const given = JSON.parse(body) as Fault | Fault[];
    for (const fault of Array.isArray(given) ? given : [given]) control.addFault(fault);
    return control.faults.list();
  },
  'DELETE /faults': (control) => {
    control.clearFaults();
    return [];
  },
  'POST /reset': (control) => {
    control.reset();
    return stateOf(control);
  },
  'POST /clock': (control, { body }) => {
    control.shiftClock((JSON.parse(body) as { shiftMs: number }).shiftMs);
    return stateOf(control);
  },
  'POST /settings': (control, { body }) => {
    const settings = JSON.parse(body) as Settings;
    if (settings.showDelayMs !== undefined) control.setShowDelayMs(settings.showDelayMs);
    if (settings.goneStatus !== undefined) control.setGoneStatus(settings.goneStatus);
    if (settings.signedIn !== undefined) control.world.signIn(settings.signedIn);
    for (const [handle, delay] of Object.entries(settings.showDelays ?? {}))
      control.setShowDelayOf(handle, delay);
    for (const [path, limit] of Object.entries(settings.rateLimits ?? {}))
      control.setRateLimit(path, limit);
    for (const [path, limit] of Object.entries(settings.dayLimits ?? {}))
      control.setDayLimit(path, limit);
    return stateOf(control);
  },
  'POST /show-now': (control, { body }) => {
    control.showNow((JSON.parse(body) as { account: string }).account);
    return stateOf(control);
  },
  'POST /revoke': (control, { body }) => {
    const { account, apiKey } = JSON.parse(body) as { account: string; apiKey?: string };
    control.revoke(account, apiKey);
    return stateOf(control);
  },
  'POST /accounts': (control, { body }) => {
    const account = control.addAccount(JSON.parse(body || '{}') as NewAccount);
    return { id: account.id, handle: account.handle, keys: account.keys };
  },
  ...signInRoutes,
  ...wireRoutes,
};

export function controlSite(control: SandboxControl, request: ControlRequest): PageResponse {
  if (request.path === '/') return plain(200, Object.keys(routes).join('\n'));
  const route = routes[`${request.method} ${request.path}`];
  if (!route) return plain(404, `No such control.\n${Object.keys(routes).join('\n')}`);
  try {
    const value = route(control, request);
    if (value === undefined) return plain(404, 'Nothing there');
    if (typeof value === 'string') return plain(200, value);
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
    return { status: 200, headers, body: JSON.stringify(value) };
  } catch (error) {
    return plain(400, String(error));
  }
}

function stateOf(control: SandboxControl): Record<string, unknown> {
  const { world } = control;
  return {
    nowMs: world.clock.nowMs(),
    clockShiftMs: world.clock.shiftMs,
    showDelayMs: world.showDelayMs,
    goneStatus: world.goneStatus,
    signedIn: world.signedIn.handle,
    calls: control.calls().length,
    uploads: control.uploads().length,
    faults: control.faults.list(),
    users: world.users.map((user) => ({
      id: user.id,
      handle: user.handle,
      name: user.name,
      access: world.accountOf(user.id)?.access ?? null,
      avatar: world.avatarUrl(user),
      banner: world.bannerUrl(user) ?? null,
    })),
  };
}

function plain(status: number, body: string): PageResponse {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers, body };
}
