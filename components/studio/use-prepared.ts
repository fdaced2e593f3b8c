import { useEffect, useLayoutEffect } from 'preact/hooks';
import { toSourceFrame, toSourceRect } from '../../utils/domain/crop.ts';
import { isUnturned } from '../../utils/domain/turn.ts';
import { useLatest } from '../shared/hooks.ts';
import type { PrepareRequest } from '../../utils/domain/picture.ts';
import type { StudioPorts } from '../studio-ports.ts';
import { beginSwap } from './begin-swap.ts';
import type { Framing } from './framing.ts';
import type { Output } from './output.ts';
import {
  chosenAccount,
  freshPrepared,
  type StudioEvent,
  type StudioState,
} from './studio-state.ts';

type Dispatch = (event: StudioEvent) => void;

/**
 * A pause this long in framing is taken as 'done for now': two refreshes of a 60 Hz screen. A drag steps
 * once each, so that one late step is no pause yet; work begun too soon would hold up what comes next.
 */
const pauseMs = 33;

const requestFor = (
  { crop, edit }: Framing,
  { size, format, background }: Output,
): Omit<PrepareRequest, 'kind'> => ({
  rect: toSourceRect(crop, edit.view),
  ...(!isUnturned(edit.turn) && { frame: toSourceFrame(crop, edit.view) }),
  ...(size !== 'exact' && { size }),
  ...(format !== 'auto' && { format, background }),
});

/**
 * Makes the file that will be sent, anew after every pause; what is overtaken is stopped. Its pixels are
 * shown as soon as they are there, the file itself once it is written.
 */
export const usePrepared = (state: StudioState, dispatch: Dispatch): void => {
  const { framing, kind, output } = state;
  // Read when the work begins: that a file is ready now must not begin it anew.
  const isFirst = useLatest(state.prepared === null);
  // Not after the next painting, as an ordinary effect: that would be a pause on top of the pause.
  useLayoutEffect(() => {
    if (!framing) return;
    const { picture, edit } = framing;
    const controller = new AbortController();
    const make = async () => {
      const request = { kind, ...requestFor(framing, output) };
      const result = await picture.prepare(request, controller.signal, (shown) => {
        if (!controller.signal.aborted) dispatch({ type: 'rendered', picture: shown, edit });
      });
      if (controller.signal.aborted) return;
      dispatch(
        result.ok
          ? { type: 'prepared', value: result.value, edit }
          : { type: 'prepareFailed', error: result.error, edit },
      );
    };
    const timer = setTimeout(() => void make(), isFirst.current ? 0 : pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [framing, kind, output, dispatch, isFirst]);
};

/** Hands the file over once it has been asked for and shows exactly what is framed. */
export const useSwapStart = (state: StudioState, ports: StudioPorts, dispatch: Dispatch): void => {
  const account = chosenAccount(state);
  const prepared = freshPrepared(state);
  const due =
    state.start === 'wanted' && account && prepared
      ? { accountId: account.id, alsoIds: state.alsoIds, kind: state.kind, prepared }
      : null;
  const latest = useLatest({ due, ports });
  const isDue = due !== null;
  useEffect(() => {
    const { due: request, ports: now } = latest.current;
    if (isDue && request) void beginSwap(dispatch, () => now.startSwap(request));
  }, [isDue, latest, dispatch]);
};
