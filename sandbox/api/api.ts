import type { World } from '../world.ts';
import {
  errorTable,
  problem,
  codedError,
  refusalFor,
  textError,
  type ErrorCode,
} from './errors.ts';
import { OauthChecker } from './oauth-check.ts';
import { parseBody } from './parse-body.ts';
import { RateWindows, rateHeaders } from './rate-windows.ts';
import { findEndpoint } from './table.ts';
import type { ApiAnswer, ApiRequest } from './types.ts';

/** Longer addresses never reach the service; clients that put the picture there found out. */
const maxTargetLength = 8192;

export interface ApiOutcome extends ApiAnswer {
  verified: boolean;
  accountId?: string;
}

/** api.x.com: who may do what, then the endpoint itself. */
export class Api {
  readonly #world: World;
  readonly #oauth: OauthChecker;
  readonly #rates = new RateWindows();

  constructor(world: World) {
    this.#world = world;
    this.#oauth = new OauthChecker(world);
  }

  reset(): void {
    this.#oauth.reset();
    this.#rates.reset();
  }

  /** `nowMs` is the server's time for this one call: a fault may put it wrong. */
  async handle(request: ApiRequest, nowMs: number): Promise<ApiOutcome> {
    const { path, rawQuery } = request;
    if (path.length + rawQuery.length > maxTargetLength) {
      return unverified(textError(414, 'Request-URI Too Large'));
    }
    const found = findEndpoint(request.method, path);
    if (!found) {
      const isV2 = path.startsWith('/2/');
      return unverified(isV2 ? problem(404, 'Not Found', 'Not Found') : codedError(34));
    }
    const body = await parseBody(request.headers['content-type'], request.body);
    const verdict = this.#oauth.check(request, body, nowMs);
    if (!verdict.ok) {
      const answer = refusalFor(path, verdict.code);
      return unverified({
        ...answer,
        headers: { ...answer.headers, ...challenge(answer.status, verdict.code) },
        note: `code ${verdict.code}: ${verdict.why}`,
      });
    }
    const { endpoint, pathPart } = found;
    const { account } = verdict;
    const headers: Record<string, string> = { 'x-access-level': account.access };
    const finish = (answer: ApiAnswer): ApiOutcome => ({
      ...answer,
      headers: { ...answer.headers, ...headers },
      verified: true,
      accountId: account.id,
    });
    const stop = (code: ErrorCode): ApiOutcome => finish(refusalFor(path, code));

    if (account.suspended) return stop(64);
    if (endpoint.access === 'write' && account.access === 'read') return stop(261);
    // GET and POST of one path share a window.
    const token = account.keys.accessToken;
    const rate = this.#rates.take(token, endpoint.path, endpoint.limit, nowMs);
    if (endpoint.showsLimit) Object.assign(headers, rateHeaders(rate));
    if (!rate.allowed) return stop(88);

    const query = new URLSearchParams(rawQuery);
    const param = (name: string): string | undefined =>
      query.get(name) ?? body.fields.find(([key]) => key === name)?.[1];
    const call = { world: this.#world, account, path, body, nowMs, param, pathPart };
    return finish(await endpoint.handle(call));
  }
}

/** Seen with every 401 in recordings; the realm kept the old host. */
function challenge(status: number, code: ErrorCode): Record<string, string> {
  if (status !== 401 && errorTable[code][0] !== 401) return {};
  return { 'www-authenticate': `OAuth realm="https://api.twitter.com", api_error_code=${code}` };
}

function unverified(answer: ApiAnswer): ApiOutcome {
  return { ...answer, verified: false };
}
