import type { Api } from './api/api.ts';
import { lockAnswer, statusAnswer } from './api/fault-answers.ts';
import { parseOauthHeader } from './api/oauth-header.ts';
import type { ApiAnswer } from './api/types.ts';
import type { SandboxControl } from './control.ts';
import type { Fault } from './core/faults.ts';
import { siteByHost } from './core/hosts.ts';
import { serveDefaultAvatar, servePicture } from './images/serve.ts';
import type { PageResponse } from './page-types.ts';
import { controlSite } from './sites/control-site.ts';
import { pagesSite } from './sites/pages-site.ts';
import { picturesExample } from './sites/pictures-example.ts';

/** One request, read to its end. */
export interface Exchange {
  host: string;
  authority: string;
  method: string;
  path: string;
  rawQuery: string;
  headers: Record<string, string | undefined>;
  body: Uint8Array;
}

export interface Outcome extends ApiAnswer {
  /** Cut the connection instead of answering. */
  drop?: true;
  verified: boolean;
  accountId?: string;
  /** What the server's clock said: for the Date header. */
  nowMs: number;
}

/** Finds the site by host and lets faults have their way with the request first. */
export async function answer(
  exchange: Exchange,
  control: SandboxControl,
  api: Api,
): Promise<Outcome> {
  const { world } = control;
  // The controls must work whatever faults wait.
  if (siteByHost[exchange.host] === 'control') return work(exchange, control, api, Date.now());
  const claimed = claimedAccount(exchange, control);
  const faults = control.faults.take({
    ...exchange,
    ...(claimed && { account: claimed }),
    ...(exchange.headers['authorization'] && { authorization: exchange.headers['authorization'] }),
  });
  const fault = <K extends Fault['kind']>(kind: K) =>
    faults.find((one): one is Extract<Fault, { kind: K }> => one.kind === kind);

  const nowMs = world.clock.nowMs() + (fault('clock')?.shiftMs ?? 0);
  const slow = fault('slow');
  const ended = (made: ApiAnswer, why: string): Outcome => ({
    ...made,
    note: `fault: ${why}`,
    verified: false,
    nowMs,
  });
  if (slow && slow.when !== 'after') await waitMs(slow.ms);
  if (fault('drop-before')) return { ...ended(nothing, 'dropped before the work'), drop: true };
  if (fault('revoke') && claimed) control.revoke(claimed.id);
  const status = fault('status');
  if (status) return ended(statusAnswer(status, exchange.path, nowMs), `status ${status.status}`);
  if (fault('lock')) return ended(lockAnswer(), 'account locked');
  const redirect = fault('redirect');
  if (redirect) return ended(redirectAnswer(exchange, redirect), 'redirect');

  const outcome = await work(exchange, control, api, nowMs);
  if (slow?.when === 'after') await waitMs(slow.ms);
  if (fault('drop-after')) {
    const note = ['fault: dropped after the work', outcome.note].filter(Boolean).join('; ');
    return { ...outcome, note, drop: true };
  }
  return outcome;
}

async function work(
  exchange: Exchange,
  control: SandboxControl,
  api: Api,
  nowMs: number,
): Promise<Outcome> {
  if (siteByHost[exchange.host] === 'api') return { ...(await api.handle(exchange, nowMs)), nowMs };
  return { ...(await site(exchange, control)), verified: false, nowMs };
}

async function site(exchange: Exchange, control: SandboxControl): Promise<PageResponse> {
  const query = new URLSearchParams(exchange.rawQuery);
  const page = { ...exchange, query };
  switch (siteByHost[exchange.host]) {
    case 'pictures-of-x':
      return servePicture(exchange.path, control.world);
    case 'static-of-x':
      return serveDefaultAvatar(exchange.path);
    case 'pictures-example':
      return picturesExample(page);
    case 'pages':
      return pagesSite(page, control.world);
    case 'control':
      return controlSite(control, { ...page, body: Buffer.from(exchange.body).toString('utf8') });
    default: {
      const headers = { 'content-type': 'text/plain; charset=utf-8' };
      return { status: 421, headers, body: `The sandbox is not "${exchange.host}".` };
    }
  }
}

const nothing: ApiAnswer = { status: 0, headers: {}, body: '' };

function redirectAnswer(
  exchange: Exchange,
  { toHost, status }: Extract<Fault, { kind: 'redirect' }>,
): ApiAnswer {
  const other = exchange.host === 'api.twitter.com' ? 'api.x.com' : 'api.twitter.com';
  const query = exchange.rawQuery ? `?${exchange.rawQuery}` : '';
  const location = `https://${toHost ?? other}${exchange.path}${query}`;
  return { status: status ?? 301, headers: { location }, body: '' };
}

/** Whom the request says it is from, before anything is verified: faults go by that. */
function claimedAccount({ headers }: Exchange, control: SandboxControl) {
  const token = parseOauthHeader(headers['authorization'])?.oauth_token;
  return control.accounts.find((account) => account.keys.accessToken === token);
}

function waitMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
