import { signInCalls } from '../sign-in/sign-in-calls.ts';
import type { World } from '../world.ts';
import { textError, type ErrorCode } from './errors.ts';
import { OauthChecker, type Asked } from './oauth-check.ts';
import { parseBody } from './parse-body.ts';
import { Rates } from './rates.ts';
import { findEndpoint } from './table.ts';
import type { ApiAnswer, ApiCall, ApiRequest, Dialect, Endpoint } from './types.ts';

/** Longer addresses never reach the service; clients that put the picture there found out. */
const maxTargetLength = 8192;

export interface ApiOutcome extends ApiAnswer {
  verified: boolean;
  accountId?: string;
}

/** An API host: who may do what, then the endpoint itself. */
export class Api {
  readonly rates = new Rates();
  readonly #world: World;
  readonly #dialect: Dialect;
  readonly #oauth: OauthChecker;

  constructor(world: World, dialect: Dialect) {
    this.#world = world;
    this.#dialect = dialect;
    this.#oauth = new OauthChecker(world);
  }

  reset(): void {
    this.#oauth.reset();
    this.rates.reset();
  }

  /** `nowMs` is the server's time for this one call: a fault may put it wrong. */
  async handle(request: ApiRequest, nowMs: number): Promise<ApiOutcome> {
    const { method, path, rawQuery } = request;
    if (path.length + rawQuery.length > maxTargetLength) {
      return unverified(textError(414, 'Request-URI Too Large'));
    }
    const route = this.#dialect.routeOf(path);
    const signIn = signInCalls[`${method} ${route}`];
    const found = findEndpoint(this.#dialect.endpoints, method, route);
    if (!signIn && !found) return unverified(this.#dialect.missing(path));
    const body = await parseBody(request.headers['content-type'], request.body);
    const asked: Asked = { request, body, nowMs };
    if (signIn) {
      const signing = this.#oauth.checkSigningIn(asked);
      return signing.ok ? signIn(asked, signing, this.#world) : this.#refuse(asked, signing);
    }
    return found ? this.#work(asked, found) : unverified(this.#dialect.missing(path));
  }

  async #work(
    asked: Asked,
    { endpoint, pathPart }: { endpoint: Endpoint; pathPart: string },
  ): Promise<ApiOutcome> {
    const caller = this.#oauth.check(asked);
    if (!caller.ok) return this.#refuse(asked, caller);
    const { account, token } = caller;
    const { path, authority, rawQuery } = asked.request;
    const headers = this.#dialect.headersFor(token);
    const finish = (answer: ApiAnswer): ApiOutcome => ({
      ...answer,
      headers: { ...answer.headers, ...headers },
      verified: true,
      accountId: account.id,
    });
    const stop = (code: ErrorCode): ApiOutcome => finish(this.#dialect.refuse(path, code));
    if (account.suspended) return stop(64);
    if (endpoint.access === 'write' && token.access === 'read') return stop(261);
    const { nowMs, body } = asked;
    const rate = this.rates.take(endpoint, token, nowMs);
    Object.assign(headers, rate.headers);
    if (!rate.allowed) return stop(88);

    const query = new URLSearchParams(rawQuery);
    const call: ApiCall = {
      world: this.#world,
      account,
      token,
      path,
      authority,
      body,
      nowMs,
      pathPart,
      param: (name) => query.get(name) ?? body.fields.find(([key]) => key === name)?.[1],
      rateOf: (wanted) => {
        const known = this.#dialect.endpoints.find((one) => one.path === wanted);
        return known && this.rates.peek(known, token, nowMs);
      },
    };
    return finish(await endpoint.handle(call));
  }

  #refuse({ request }: Asked, { code, why }: { code: ErrorCode; why: string }): ApiOutcome {
    const answer = this.#dialect.refuse(request.path, code);
    return unverified({ ...answer, note: `code ${code}: ${why}` });
  }
}

function unverified(answer: ApiAnswer): ApiOutcome {
  return { ...answer, verified: false };
}
