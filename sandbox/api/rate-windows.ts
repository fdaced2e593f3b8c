export interface RateState {
  limit: number;
  remaining: number;
  resetS: number;
}

/** Fixed windows, each opened by its first call. X docs, "Rate limits", 2020. */
export class RateWindows {
  readonly #windows = new Map<string, { startMs: number; used: number }>();
  readonly #lengthMs: number;

  constructor(lengthMs: number) {
    this.#lengthMs = lengthMs;
  }

  /** Uses one call up, where there is one left. */
  take(key: string, limit: number, nowMs: number): RateState & { allowed: boolean } {
    const current = this.#current(key, nowMs) ?? { startMs: nowMs, used: 0 };
    this.#windows.set(key, current);
    const allowed = current.used < limit;
    if (allowed) current.used += 1;
    return { ...this.#state(current, limit), allowed };
  }

  /** What is left, using nothing up. */
  peek(key: string, limit: number, nowMs: number): RateState {
    return this.#state(this.#current(key, nowMs) ?? { startMs: nowMs, used: 0 }, limit);
  }

  reset(): void {
    this.#windows.clear();
  }

  #current(key: string, nowMs: number): { startMs: number; used: number } | undefined {
    const found = this.#windows.get(key);
    if (!found) return undefined;
    // A clock set back must not leave a window that never ends.
    const isOver = nowMs >= found.startMs + this.#lengthMs;
    return isOver || nowMs < found.startMs - this.#lengthMs ? undefined : found;
  }

  #state({ startMs, used }: { startMs: number; used: number }, limit: number): RateState {
    const resetS = Math.ceil((startMs + this.#lengthMs) / 1000);
    return { limit, remaining: Math.max(0, limit - used), resetS };
  }
}

export function rateHeaders(state: RateState): Record<string, string> {
  return {
    'x-rate-limit-limit': String(state.limit),
    'x-rate-limit-remaining': String(state.remaining),
    'x-rate-limit-reset': String(state.resetS),
  };
}

/** Seen since 2023 (PLhery/node-twitter-api-v2#495 and #553). */
export function dayHeaders(who: 'user' | 'app', state: RateState): Record<string, string> {
  return {
    [`x-${who}-limit-24hour-limit`]: String(state.limit),
    [`x-${who}-limit-24hour-remaining`]: String(state.remaining),
    [`x-${who}-limit-24hour-reset`]: String(state.resetS),
  };
}
