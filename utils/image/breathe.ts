/** Made once: there is a pause for every few strips. */
let channel: MessageChannel | null = null;
const breathing: (() => void)[] = [];

/**
 * Lets messages that wait, such as a newer frame, be handled. A timer would be held back to 4 ms after a
 * few rounds.
 */
export const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    if (channel === null) {
      channel = new MessageChannel();
      channel.port1.addEventListener('message', () => breathing.shift()?.());
      channel.port1.start();
    }
    breathing.push(resolve);
    channel.port2.postMessage(null);
  });
