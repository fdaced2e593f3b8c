import type { ReadWay } from '../domain/account.ts';
import type { ApiError } from '../domain/api-error.ts';
import type { Result } from '../domain/result.ts';
import type { SecretsError } from '../domain/security.ts';
import { isSettled, type SwapJob } from '../domain/swap-job.ts';
import * as steps from '../domain/swap-steps.ts';
import type { Caller } from '../api/endpoints.ts';
import type { ApiAccess, ApiPorts } from '../api/transport.ts';
import type { User } from '../api/user.ts';
import { findBlob } from '../platform/blob-store.ts';
import { listJobs, updateJob } from '../platform/job-store.ts';
import { lookAtUser } from './look.ts';
import { isShown, shownOf, upload } from './picture-call.ts';

/** Whom an account's calls are for, and how its user object is read. */
export interface AccountAccess extends ApiAccess {
  readonly readBy?: ReadWay | undefined;
}

/** What the runner needs from outside. */
export interface RunnerPorts {
  readonly api: ApiPorts;
  /** Between 0 and 1: spreads the pauses of many machines. */
  readonly random: () => number;
  /** False while the machine knows that there is no network. */
  readonly isOnline: () => boolean;
  /** Where an account's calls go and its keys, or why they cannot be had; null as `accountGone`. */
  readonly accessOf: (accountId: string) => Promise<AccountAccess | SecretsError['kind'] | null>;
  /** Told when another way of reading an account's user object than the one given had to be used. */
  readonly onReadBy: (accountId: string, readBy: ReadWay) => Promise<void>;
  /** Asks for a call of `resume` at a time (Unix ms), even if the worker was stopped by then. */
  readonly wakeAt: (atMs: number) => void;
  /**
   * Called before the upload with what the account shows until now, to save it. Must neither reject nor
   * take long; `stop` aborts when the job is cancelled.
   */
  readonly beforeSend: (job: SwapJob, user: User, stop: AbortSignal) => Promise<void>;
  /**
   * Whether what an account shows under another key is still the very picture that was saved before the
   * swap. Must not reject.
   */
  readonly showsBefore: (job: SwapJob, user: User, stop: AbortSignal) => Promise<boolean>;
  /** Told every time a job that is due finds its keys locked. Must not reject. */
  readonly onLocked: (job: SwapJob) => Promise<void>;
  /** Told once when a picture is live. */
  readonly onLive: (job: SwapJob, user: User) => Promise<void>;
  /** Told once when a job cannot go on by itself. */
  readonly onFailed: (job: SwapJob) => Promise<void>;
}

/**
 * How long after a step began somebody looks whether it still goes on: a worker that is stopped in the
 * middle of a call can ask for nothing any more. Also often enough that a browser does not take a worker
 * that waits for a slow answer for an idle one (after 30 s; Chrome and Firefox docs, 2025).
 */
const lookAfterMs = 30_000;
const signOfLifeMs = 20_000;

export interface SwapRunner {
  /** Goes on with everything that is due. Safe to call at any time, any number of times. */
  readonly resume: () => Promise<void>;
  /** Goes on with what waits for the network, too. */
  readonly online: () => Promise<void>;
  readonly retry: (jobId: string) => Promise<void>;
  readonly cancel: (jobId: string) => Promise<void>;
}

class Runner implements SwapRunner {
  private readonly ports: RunnerPorts;
  /** One lane an account, so that two swaps of one account never overlap. */
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly flights = new Map<string, AbortController>();

  constructor(ports: RunnerPorts) {
    this.ports = ports;
  }

  readonly resume = async (): Promise<void> => {
    const waiting = (await listJobs()).filter((job) => !isSettled(job));
    const accountIds = new Set(waiting.map((job) => job.accountId));
    await Promise.all([...accountIds].map((accountId) => this.lane(accountId)));
  };

  readonly online = async (): Promise<void> => {
    const waiting = (await listJobs()).filter(({ wait }) => wait !== null);
    await Promise.all(waiting.map(({ id }) => this.step(id, steps.onceOnline)));
    await this.resume();
  };

  readonly retry = async (jobId: string): Promise<void> => {
    await this.step(jobId, steps.toRetried);
    void this.resume();
  };

  readonly cancel = async (jobId: string): Promise<void> => {
    await this.step(jobId, steps.toCancelled);
    this.flights.get(jobId)?.abort();
    void this.resume();
  };

  private lane(accountId: string): Promise<void> {
    const running = this.lanes.get(accountId);
    if (running) {
      this.lookAfterMe();
      return running;
    }
    const lane = this.runInOrder(accountId).finally(() => this.lanes.delete(accountId));
    this.lanes.set(accountId, lane);
    return lane;
  }

  /** Works on the oldest unfinished job until it settles or has to wait, then on the next. */
  private async runInOrder(accountId: string): Promise<void> {
    for (;;) {
      const jobs = await listJobs();
      const job = jobs.findLast((each) => each.accountId === accountId && !isSettled(each));
      if (!job || !(await this.advance(job))) return;
    }
  }

  /** Does what is due for a job; false where it has to wait. */
  private async advance(job: SwapJob): Promise<boolean> {
    // Calls of a lane end before it goes on: this upload's worker is no more.
    if (job.state === 'sending') {
      await this.step(job.id, steps.toChecking);
      return true;
    }
    if (job.dueAtMs > this.ports.api.nowMs()) {
      this.ports.wakeAt(job.dueAtMs);
      return false;
    }
    if (job.state === 'prepared') {
      await this.step(job.id, steps.toQueued);
      return true;
    }
    const access = await this.ports.accessOf(job.accountId);
    if (access === 'locked') {
      // Nothing is lost by waiting: unlocking resumes.
      await this.ports.onLocked(job);
      return false;
    }
    if (access === null || typeof access === 'string') {
      const kind = access === 'unreadable' ? 'keysUnreadable' : 'accountGone';
      await this.settle(job.id, steps.toFailed({ kind }));
      return true;
    }
    await this.call(job, access);
    return true;
  }

  private async call(job: SwapJob, access: AccountAccess): Promise<void> {
    const flight = new AbortController();
    this.flights.set(job.id, flight);
    this.lookAfterMe();
    const signs = setInterval(() => this.lookAfterMe(), signOfLifeMs);
    const clock = job.clockSkewMs === null ? {} : { clockSkewMs: job.clockSkewMs };
    const caller: Caller = {
      access: { ...access, ...clock },
      ports: this.ports.api,
      signal: flight.signal,
    };
    try {
      const lookedAtMs = this.ports.api.nowMs();
      const seen = await this.look(job, caller, access.readBy);
      if (!seen.ok) await this.afterError(job.id, seen.error);
      else if (job.state === 'queued') await this.send(job, caller, seen.value);
      else await this.compare(job, caller, seen.value, lookedAtMs);
    } finally {
      clearInterval(signs);
      this.flights.delete(job.id);
    }
  }

  private lookAfterMe(): void {
    this.ports.wakeAt(this.ports.api.nowMs() + lookAfterMs);
  }

  private async look(
    job: SwapJob,
    caller: Caller,
    readBy: ReadWay | undefined,
  ): Promise<Result<User, ApiError>> {
    const seen = await lookAtUser(caller, job.accountId, readBy);
    if (!seen.ok) return seen;
    const { user, readBy: way } = seen.value;
    if (way !== (readBy ?? 'show')) await this.ports.onReadBy(job.accountId, way);
    return { ok: true, value: user };
  }

  private async send(job: SwapJob, caller: Caller, before: User): Promise<void> {
    const blob = job.isRemoval ? null : await findBlob(job.blobKey);
    if (!blob && !job.isRemoval) {
      return this.settle(job.id, steps.toFailed({ kind: 'pictureGone' }));
    }
    // What was shown before the first upload is saved already, and a look is the fresher the better.
    if (job.state === 'queued') await this.ports.beforeSend(job, before, caller.signal);
    const sending = await this.step(job.id, steps.toSending(shownOf(before, job.kind).key));
    if (sending?.state !== 'sending') return;
    const sent = await upload(caller, job, blob);
    // X took it, whatever else it answered.
    if (sent.ok || sent.error.kind === 'badAnswer') await this.step(job.id, steps.toAccepted);
    else await this.afterError(job.id, sent.error);
  }

  /** What X shows decides: it is live, or looked for again, or (its arrival unknown for long enough) sent again. */
  private async compare(
    job: SwapJob,
    caller: Caller,
    now: User,
    lookedAtMs: number,
  ): Promise<void> {
    const isOther = await isShown(caller, job, now);
    const isNew = isOther && !(await this.ports.showsBefore(job, now, caller.signal));
    if (isNew) return this.live(job, now);
    if (job.state !== 'checking') return this.settle(job.id, steps.afterLook);
    // Only a look that was begun when the check was over may end it.
    if (lookedAtMs < (job.checkUntilMs ?? 0)) return this.settle(job.id, steps.afterCheck);
    return this.send(job, caller, now);
  }

  private afterError(jobId: string, error: ApiError): Promise<void> {
    // A cancelled job has been written down as that already.
    if (error.kind === 'cancelled') return Promise.resolve();
    const circumstances = { jitter: this.ports.random(), isOffline: !this.ports.isOnline() };
    return this.settle(jobId, steps.afterApiError(error, circumstances));
  }

  private async live({ id, kind }: SwapJob, user: User): Promise<void> {
    const job = await this.step(id, steps.toLive(shownOf(user, kind).url));
    if (job?.state === 'live') await this.ports.onLive(job, user);
  }

  /** Takes a step that may end in failure, and tells of it. */
  private async settle(jobId: string, step: steps.Step): Promise<void> {
    const job = await this.step(jobId, step);
    if (job?.state === 'failed') await this.ports.onFailed(job);
  }

  private step(jobId: string, step: steps.Step): Promise<SwapJob | null> {
    return updateJob(jobId, (job) => step(job, this.ports.api.nowMs()));
  }
}

/** Carries swaps from the queue to a confirmed result, oldest first, one at a time for each account. */
export const createSwapRunner = (ports: RunnerPorts): SwapRunner => new Runner(ports);
