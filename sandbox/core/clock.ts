/**
 * The server's idea of the time: OAuth windows, rate windows, ids and the Date header follow it.
 * A picture's delay runs on real time instead, so that a test of a wrong clock can neither
 * hasten nor hang an upload.
 */
export class Clock {
  #shiftMs = 0;

  nowMs(): number {
    return Date.now() + this.#shiftMs;
  }

  get shiftMs(): number {
    return this.#shiftMs;
  }

  /** Adds to the shift already there. */
  shift(ms: number): void {
    this.#shiftMs += ms;
  }

  reset(): void {
    this.#shiftMs = 0;
  }
}
