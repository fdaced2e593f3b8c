import { StorageError } from './database.ts';

/** What may have changed in the database. */
export type Topic = 'accounts' | 'jobs' | 'security' | 'history' | 'signIn';

const topics: Record<Topic, true> = {
  accounts: true,
  jobs: true,
  security: true,
  history: true,
  signIn: true,
};

const isTopic = (value: unknown): value is Topic =>
  typeof value === 'string' && Object.hasOwn(topics, value);

const channelName = 'facelift-changes';

// One channel a context; opened on first use because nothing may run when a module is loaded.
let channel: BroadcastChannel | null = null;
const own = new EventTarget();

const shared = (): BroadcastChannel => {
  if (!channel) {
    channel = new BroadcastChannel(channelName);
    channel.onmessage = (event: MessageEvent<unknown>) => {
      if (isTopic(event.data)) own.dispatchEvent(new Event(event.data));
    };
  }
  return channel;
};

/** Tells every page of the extension, this one included, to read a topic again. */
export const announce = (topic: Topic): void => {
  shared().postMessage(topic);
  own.dispatchEvent(new Event(topic));
};

/** Tells every page to read everything again. */
export const announceAll = (): void => {
  for (const topic of Object.keys(topics).filter(isTopic)) announce(topic);
};

/**
 * Reads a topic now and after every change, in order and never two at once; returns how to stop.
 * Changes during a read lead to one more read. While the database cannot be used nothing is told:
 * `storageProblem` says why.
 */
export const watch = <T>(
  topic: Topic,
  read: () => Promise<T>,
  listener: (value: T) => void,
): (() => void) => {
  const stop = new AbortController();
  let running = false;
  let again = false;
  const readOnce = async (): Promise<void> => {
    try {
      const value = await read();
      if (!stop.signal.aborted) listener(value);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
    }
  };
  const run = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again && !stop.signal.aborted) {
        again = false;
        await readOnce();
      }
    } finally {
      running = false;
    }
  };
  shared();
  own.addEventListener(topic, () => void run(), { signal: stop.signal });
  void run();
  return () => stop.abort();
};
