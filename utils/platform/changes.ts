/** What may have changed in the database. */
export type Topic = 'accounts' | 'jobs';

const channelName = 'facelift-changes';

// One channel a context; opened on first use because nothing may run when a module is loaded.
let channel: BroadcastChannel | null = null;
const own = new EventTarget();

const shared = (): BroadcastChannel => {
  if (!channel) {
    channel = new BroadcastChannel(channelName);
    channel.onmessage = (event: MessageEvent<unknown>) => {
      if (event.data === 'accounts' || event.data === 'jobs')
        own.dispatchEvent(new Event(event.data));
    };
  }
  return channel;
};

/** Tells every page of the extension, this one included, to read a topic again. */
export const announce = (topic: Topic): void => {
  shared().postMessage(topic);
  own.dispatchEvent(new Event(topic));
};

/**
 * Reads a topic now and after every change, in order and never two at once; returns how to stop.
 * Changes during a read lead to one more read.
 */
export const watch = <T>(
  topic: Topic,
  read: () => Promise<T>,
  listener: (value: T) => void,
): (() => void) => {
  const stop = new AbortController();
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    while (again && !stop.signal.aborted) {
      again = false;
      const value = await read();
      if (!stop.signal.aborted) listener(value);
    }
    running = false;
  };
  shared();
  own.addEventListener(topic, () => void run(), { signal: stop.signal });
  void run();
  return () => stop.abort();
};
