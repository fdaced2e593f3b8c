import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { HandedOver, OpenedPicture, StudioPorts } from '../studio-ports.ts';
import type { StudioEvent } from './studio-state.ts';

type Dispatch = (event: StudioEvent) => void;
export type Load = (source: Blob) => Promise<void>;

/** Opens pictures one at a time: a newer one replaces an older that is still opening. */
export const usePictureSource = (ports: StudioPorts, dispatch: Dispatch): Load => {
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  return useCallback(
    async (source: Blob) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      dispatch({ type: 'loading' });
      const result = await ports.openPicture(source, controller.signal);
      if (controller.signal.aborted) {
        if (result.ok) result.value.close();
        return;
      }
      dispatch(
        result.ok
          ? { type: 'loaded', picture: result.value }
          : { type: 'loadFailed', problem: { kind: 'image', error: result.error } },
      );
    },
    [ports, dispatch],
  );
};

/** Lets a picture go when another takes its place or the studio closes. */
export const useClosing = (picture: OpenedPicture | null): void => {
  useEffect(() => () => picture?.close(), [picture]);
};

/** Takes in what right-click handed over, once. */
export const useHandedOver = (
  initial: Promise<HandedOver | null> | null,
  load: Load,
  dispatch: Dispatch,
): void => {
  useEffect(() => {
    if (!initial) return;
    let gone = false;
    dispatch({ type: 'loading' });
    void initial.then((handed) => {
      if (gone) return;
      if (!handed) dispatch({ type: 'nothingToLoad' });
      else if (handed.ok) void load(handed.blob);
      else dispatch({ type: 'loadFailed', problem: { kind: 'notHandedOver', from: handed.from } });
    });
    return () => {
      gone = true;
    };
  }, [initial, load, dispatch]);
};
