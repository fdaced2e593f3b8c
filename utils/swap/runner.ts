import type { ApiErrorKind } from '../domain/api-error.ts';
import type { SecretsError } from '../domain/security.ts';
import { isSettled, type SwapJob } from '../domain/swap-job.ts';
import {
  afterLook,
  dueAtMs,
  toAccepted,
  toCancelled,
  toFailed,
  toLive,
  toQueuedAgain,
  toRetried,
  toSending,
} from '../domain/swap-steps.ts';
import { updateProfileImage, type Caller } from '../api/endpoints.ts';
import type { ApiAccess, ApiPorts } from '../api/transport.ts';
import type { User } from '../api/user.ts';
import { findBlob } from '../platform/blob-store.ts';
import { listJobs, updateJob } from '../platform/job-store.ts';
import { lookAtUser } from './look.ts';

/** What the runner needs from outside. */
export interface RunnerPorts {
  readonly api: ApiPorts;
  /** Where an account's calls go and its keys, or why they cannot be had; null as `accountGone`. */
  readonly accessOf: (accountId: string) => Promise<ApiAccess | SecretsError['kind'] | null>;
  /** Asks for a call of `resume` at a time (Unix ms), even if the worker was stopped by then. */
  readonly wakeAt: (atMs: number) => void;
  /** Told once when a picture is live. */
  readonly onLive: (job: SwapJob, user: User) => Promise<void>;
  /** Told once when a job cannot go on by itself. */
  readonly onFailed: (job: SwapJob) => Promise<void>;
}

export interface SwapRunner {
  /** Goes on with everything that is due. Safe to call at any time, any number of times. */
  readonly resume: () => Promise<void>;
  readonly retry: (jobId: string) => Promise<void>;
  readonly cancel: (jobId: string) => Promise<void>;
}

/** Failures of a look after which another look is worth it: the picture itself is already with X. */
const passing: ReadonlySet<ApiErrorKind> = new Set([
  'offline',
  'timedOut',
  'serverError',
  'overCapacity',
  'rateLimited',
  'badAnswer',
]);

type Step = (job: SwapJob, nowMs: number) => SwapJob | null;

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

  readonly retry = async (jobId: string): Promise<void> => {
    await this.step(jobId, toRetried);
    void this.resume();
  };

  readonly cancel = async (jobId: string): Promise<void> => {
    await this.step(jobId, toCancelled);
    this.flights.get(jobId)?.abort();
    void this.resume();
  };

  private lane(accountId: string): Promise<void> {
    const running = this.lanes.get(accountId);
    if (running) return running;
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

  /** Does what is due for a job; false where it has to wait for its next look. */
  private async advance(job: SwapJob): Promise<boolean> {
    const dueMs = dueAtMs(job);
    if (dueMs > this.ports.api.nowMs()) {
      this.ports.wakeAt(dueMs);
      return false;
    }
    const access = await this.ports.accessOf(job.accountId);
    // Nothing is lost by waiting: unlocking resumes.
    if (access === 'locked') return false;
    if (access === null || typeof access === 'string') {
      await this.fail(job.id, toFailed({ kind: 'accountGone' }));
      return true;
    }
    const flight = new AbortController();
    this.flights.set(job.id, flight);
    const caller: Caller = { access, ports: this.ports.api, signal: flight.signal };
    try {
      if (job.state === 'queued') await this.send(job, caller);
      else if (job.state === 'sending') await this.findOut(job, caller);
      else await this.look(job, caller);
    } finally {
      this.flights.delete(job.id);
    }
    return true;
  }

  private async send(job: SwapJob, caller: Caller): Promise<void> {
    const blob = await findBlob(job.blobKey);
    if (!blob) return this.fail(job.id, toFailed({ kind: 'pictureGone' }));
    const before = await lookAtUser(caller, job.accountId);
    if (!before.ok) return this.fail(job.id, toFailed({ kind: 'api', error: before.error }));
    const sending = await this.step(job.id, toSending(before.value.pictureKey));
    if (sending?.state !== 'sending') return;
    const sent = await updateProfileImage(caller, blob);
    if (sent.ok || sent.error.kind === 'badAnswer') await this.step(job.id, toAccepted);
    else await this.fail(job.id, toFailed({ kind: 'api', error: sent.error }));
  }

  /** An upload whose answer was never read: what X shows decides whether it is sent again. */
  private async findOut(job: SwapJob, caller: Caller): Promise<void> {
    const now = await lookAtUser(caller, job.accountId);
    if (!now.ok) return this.fail(job.id, toFailed({ kind: 'api', error: now.error }));
    if (now.value.pictureKey === job.previousKey) await this.step(job.id, toQueuedAgain);
    else await this.live(job.id, now.value);
  }

  private async look(job: SwapJob, caller: Caller): Promise<void> {
    const now = await lookAtUser(caller, job.accountId);
    if (now.ok && now.value.pictureKey !== null && now.value.pictureKey !== job.previousKey) {
      return this.live(job.id, now.value);
    }
    if (!now.ok && !passing.has(now.error.kind)) {
      return this.fail(job.id, toFailed({ kind: 'api', error: now.error }));
    }
    await this.fail(job.id, afterLook);
  }

  private async live(jobId: string, user: User): Promise<void> {
    const job = await this.step(jobId, toLive(user.pictureUrl));
    if (job?.state === 'live') await this.ports.onLive(job, user);
  }

  /** Takes a step that may end in failure, and tells of it. */
  private async fail(jobId: string, step: Step): Promise<void> {
    const job = await this.step(jobId, step);
    if (job?.state === 'failed') await this.ports.onFailed(job);
  }

  private step(jobId: string, step: Step): Promise<SwapJob | null> {
    return updateJob(jobId, (job) => step(job, this.ports.api.nowMs()));
  }
}

/** Carries swaps from the queue to a confirmed result, oldest first, one at a time for each account. */
export const createSwapRunner = (ports: RunnerPorts): SwapRunner => new Runner(ports);
