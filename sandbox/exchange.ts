import { lockAnswer, statusAnswer } from './api/fault-answers.ts';
import { parseOauthHeader } from './api/oauth-header.ts';
import { mediaRefusal } from './api/refusals.ts';
import type { ApiAnswer } from './api/types.ts';
import type { SandboxControl } from './control.ts';
import type { Fault } from './core/faults.ts';
import { siteOf } from './core/hosts.ts';
import { answerOfSite } from './sites/answer-of-site.ts';
import type { SandboxAccount, SandboxToken } from './world.ts';

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
export async function answer(exchange: Exchange, control: SandboxControl): Promise<Outcome> {
  // The controls must work whatever faults wait.
  if (siteOf(exchange.host, exchange.path) === 'control')
    return work(exchange, control, Date.now());
  const claim = claimOf(exchange, control);
  const authorization = exchange.headers['authorization'];
  const faults = control.faults.take({
    ...exchange,
    ...(claim && { account: claim.account }),
    ...(authorization && { authorization }),
  });
  const fault = <K extends Fault['kind']>(kind: K) =>
    faults.find((one): one is Extract<Fault, { kind: K }> => one.kind === kind);

  const nowMs = control.world.clock.nowMs() + (fault('clock')?.shiftMs ?? 0);
  const slow = fault('slow');
  const revoke = fault('revoke');
  if (slow && slow.when !== 'after') await waitMs(slow.ms);
  if (revoke && revoke.when !== 'after' && claim) claim.token.revoked = true;
  const instead = faults
    .map((one) => answerInstead(one, exchange, nowMs))
    .find((made) => made !== undefined);
  if (instead) return { ...instead, verified: false, nowMs };

  const outcome = await work(exchange, control, nowMs);
  if (revoke?.when === 'after' && claim) claim.token.revoked = true;
  if (slow?.when === 'after') await waitMs(slow.ms);
  if (fault('drop-after')) {
    const note = ['fault: dropped after the work', outcome.note].filter(Boolean).join('; ');
    return { ...outcome, note, drop: true };
  }
  return outcome;
}

/** What a fault says in place of the work; undefined for those that let it be done. */
function answerInstead(
  fault: Fault,
  exchange: Exchange,
  nowMs: number,
): (ApiAnswer & { drop?: true }) | undefined {
  const { path } = exchange;
  switch (fault.kind) {
    case 'drop-before':
      return { ...nothing, note: 'fault: dropped before the work', drop: true };
    case 'status': {
      const made = statusAnswer(fault, path, nowMs);
      return { ...made, note: `fault: status ${made.status}` };
    }
    case 'refuse-media':
      return { ...mediaRefusal(fault.as, path), note: `fault: picture refused, ${fault.as}` };
    case 'lock':
      return { ...lockAnswer(), note: 'fault: account locked' };
    case 'redirect':
      return { ...redirectAnswer(exchange, fault), note: 'fault: redirect' };
    default:
      return undefined;
  }
}

async function work(exchange: Exchange, control: SandboxControl, nowMs: number): Promise<Outcome> {
  const page = await answerOfSite(exchange, control);
  if (page) return { ...page, verified: false, nowMs };
  const { api } = control.serverOf(exchange.host);
  return { ...(await api.handle(exchange, nowMs)), nowMs };
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

/** Whom the request says it is from, before anything is verified: faults and the journal go by that. */
export function claimOf(
  { headers, host }: Pick<Exchange, 'headers' | 'host'>,
  control: SandboxControl,
): { token: SandboxToken; account: SandboxAccount } | undefined {
  const { world } = control.serverOf(host);
  const named = parseOauthHeader(headers['authorization'])?.oauth_token;
  const token = world.apps.tokenOf(named);
  const account = token && world.accountOf(token.accountId);
  return account && { token, account };
}

function waitMs(ms: number): Promise<void> {
  // Nobody should wait for this alone: a closed sandbox lets its process end.
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
