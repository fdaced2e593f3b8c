import type { SandboxToken } from '../world.ts';
import { dayHeaders, rateHeaders, RateWindows, type RateState } from './rate-windows.ts';
import type { Endpoint } from './types.ts';

const quarterHourMs = 15 * 60_000;
const dayMs = 24 * 3_600_000;

/** Allowances of 24 hours. The free tier of 2025 had 25 calls a user for users/me. */
export interface DayLimit {
  user?: number;
  app?: number;
}

export interface RateVerdict {
  allowed: boolean;
  headers: Record<string, string>;
}

/** Who may still call what: quarters of an hour per token and endpoint, and days where a test sets them. */
export class Rates {
  readonly #quarters = new RateWindows(quarterHourMs);
  readonly #days = new RateWindows(dayMs);
  readonly #ownLimits = new Map<string, number>();
  readonly #dayLimits = new Map<string, DayLimit>();

  reset(): void {
    this.#quarters.reset();
    this.#days.reset();
    this.#ownLimits.clear();
    this.#dayLimits.clear();
  }

  /** Keys of today can get far less than what is printed (xdevplatform/xdk#24, 2026). */
  setLimit(path: string, limit: number): void {
    this.#ownLimits.set(path, limit);
  }

  setDayLimit(path: string, limit: DayLimit): void {
    this.#dayLimits.set(path, limit);
  }

  limitOf(endpoint: Endpoint): number {
    return this.#ownLimits.get(endpoint.path) ?? endpoint.limit;
  }

  /** Uses one call up. GET and POST of one path share a window. */
  take(endpoint: Endpoint, token: SandboxToken, nowMs: number): RateVerdict {
    const key = `${token.accessToken} ${endpoint.path}`;
    const quarter = this.#quarters.take(key, this.limitOf(endpoint), nowMs);
    const verdict: RateVerdict = {
      allowed: quarter.allowed,
      headers: endpoint.showsLimit ? rateHeaders(quarter) : {},
    };
    const limits = this.#dayLimits.get(endpoint.path) ?? {};
    const owners = { user: token.accessToken, app: token.apiKey };
    for (const who of ['user', 'app'] as const) {
      const limit = limits[who];
      if (limit === undefined) continue;
      const dayKey = `${who} ${owners[who]} ${endpoint.path}`;
      // A call that is refused anyway costs nothing of the day.
      if (quarter.allowed) verdict.allowed &&= this.#days.take(dayKey, limit, nowMs).allowed;
      Object.assign(verdict.headers, dayHeaders(who, this.#days.peek(dayKey, limit, nowMs)));
    }
    return verdict;
  }

  peek(endpoint: Endpoint, token: SandboxToken, nowMs: number): RateState {
    const key = `${token.accessToken} ${endpoint.path}`;
    return this.#quarters.peek(key, this.limitOf(endpoint), nowMs);
  }
}
