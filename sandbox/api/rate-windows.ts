const windowMs = 15 * 60 * 1000;

export interface RateState {
  limit: number;
  remaining: number;
  resetS: number;
  allowed: boolean;
}

/** Fixed windows per token and endpoint, opened by the first call. X docs, "Rate limits", 2020. */
export class RateWindows {
  readonly #windows = new Map<string, { startMs: number; used: number }>();

  take(token: string, endpointPath: string, limit: number, nowMs: number): RateState {
    const key = `${token} ${endpointPath}`;
    let current = this.#windows.get(key);
    // A clock set back must not leave a window that never ends.
    if (!current || nowMs >= current.startMs + windowMs || nowMs < current.startMs - windowMs) {
      current = { startMs: nowMs, used: 0 };
      this.#windows.set(key, current);
    }
    const allowed = current.used < limit;
    if (allowed) current.used += 1;
    return {
      limit,
      remaining: limit - current.used,
      resetS: Math.ceil((current.startMs + windowMs) / 1000),
      allowed,
    };
  }

  reset(): void {
    this.#windows.clear();
  }
}

export function rateHeaders(state: Omit<RateState, 'allowed'>): Record<string, string> {
  return {
    'x-rate-limit-limit': String(state.limit),
    'x-rate-limit-remaining': String(state.remaining),
    'x-rate-limit-reset': String(state.resetS),
  };
}
