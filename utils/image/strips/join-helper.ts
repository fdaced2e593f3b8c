import type { HelperPort } from './messages.ts';
import StripsWorker from './strips.worker.ts?worker';

interface PortTaker {
  postMessage(message: HelperPort, transfer: Transferable[]): void;
}

/**
 * Gives a picture worker, just started, a second one that makes a part of its rows; returns what ends
 * it. Started by the page: in Firefox ESR 153 a worker that starts another now and then never answers
 * again (2 to 4 in 200 runs at 48 megapixels, seen 2026-11-21). Does nothing on a machine with one
 * processor.
 */
export const joinHelper = (worker: PortTaker): (() => void) => {
  if (navigator.hardwareConcurrency < 2) return () => {};
  const helper = new StripsWorker();
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ helper: port1 }, [port1]);
  helper.postMessage({ helper: port2 } satisfies HelperPort, [port2]);
  return () => helper.terminate();
};
