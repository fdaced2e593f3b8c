import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { HandedOver, StudioPorts } from '../studio-ports.ts';
import type { StudioEvent } from './studio-state.ts';
import type { Tray } from './tray.ts';

type Dispatch = (event: StudioEvent) => void;

/** Ways to bring a picture. A newer one replaces an older that is still under way. */
export interface PictureSource {
  /** One or several pictures to choose among; the one at `index` is opened. */
  readonly offer: (tray: Tray) => void;
  /** The address of a picture somewhere else. */
  readonly fetch: (address: string) => void;
  readonly cancel: () => void;
}

const createSource = (ports: StudioPorts, dispatch: Dispatch) => {
  let running: AbortController | null = null;
  const begin = (): AbortSignal => {
    running?.abort();
    running = new AbortController();
    return running.signal;
  };
  const open = async (tray: Tray, signal: AbortSignal): Promise<void> => {
    const file = tray.files[tray.index];
    if (!file) return;
    dispatch({ type: 'loading', stage: 'opening' });
    const result = await ports.openPicture(file, signal);
    if (signal.aborted) {
      if (result.ok) result.value.close();
      return;
    }
    dispatch(
      result.ok
        ? { type: 'loaded', picture: result.value, tray }
        : { type: 'loadFailed', problem: { kind: 'image', error: result.error }, tray },
    );
  };
  const fetch = async (address: string, signal: AbortSignal): Promise<void> => {
    dispatch({ type: 'loading', stage: 'fetching' });
    const blob = (await ports.fetchPicture?.(address, signal)) ?? null;
    if (signal.aborted) return;
    if (blob) await open({ files: [blob], index: 0 }, signal);
    else dispatch({ type: 'loadFailed', problem: { kind: 'notHandedOver', from: address } });
  };
  return {
    offer: (tray: Tray) => void open(tray, begin()),
    fetch: (address: string) => void fetch(address, begin()),
    cancel: () => {
      running?.abort();
      dispatch({ type: 'nothingToLoad' });
    },
    end: () => running?.abort(),
  };
};

/** Opens pictures one at a time. */
export const usePictureSource = (ports: StudioPorts, dispatch: Dispatch): PictureSource => {
  const source = useMemo(() => createSource(ports, dispatch), [ports, dispatch]);
  useEffect(() => source.end, [source]);
  return source;
};

/** Lets go of what is no longer held, and of all of it when the studio closes. */
export const useClosing = (held: readonly { close(): void }[]): void => {
  const open = useRef<readonly { close(): void }[]>([]);
  useEffect(() => {
    for (const one of open.current) if (!held.includes(one)) one.close();
    open.current = held;
  });
  useEffect(
    () => () => {
      for (const one of open.current) one.close();
      open.current = [];
    },
    [],
  );
};

/** Takes in what right-click handed over, once. */
export const useHandedOver = (
  initial: Promise<HandedOver | null> | null,
  source: PictureSource,
  dispatch: Dispatch,
): void => {
  const taken = useRef<Promise<HandedOver | null> | null>(null);
  useEffect(() => {
    if (!initial || taken.current === initial) return;
    let gone = false;
    dispatch({ type: 'loading', stage: 'fetching' });
    void initial.then((handed) => {
      if (gone) return;
      taken.current = initial;
      if (!handed) dispatch({ type: 'nothingToLoad' });
      else if (handed.ok) source.offer({ files: [handed.blob], index: 0 });
      else dispatch({ type: 'loadFailed', problem: { kind: 'notHandedOver', from: handed.from } });
    });
    return () => {
      gone = true;
    };
  }, [initial, source, dispatch]);
};
