import { useState } from 'preact/hooks';
import { isSendable } from '../../utils/domain/history-rules.ts';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import { asFile } from '../history/picture-file.ts';
import type { StudioPorts } from '../studio-ports.ts';
import { beginSwap } from './begin-swap.ts';
import type { StudioEvent, StudioState } from './studio-state.ts';
import { chosenAccount } from './studio-state.ts';
import type { PictureSource } from './use-picture-source.ts';

/** A picture of the history that can be sent as it is, and how. */
export interface AsItIs {
  readonly entry: HistoryEntry;
  readonly onUse: () => void;
}

interface Parts {
  readonly state: StudioState;
  readonly dispatch: (event: StudioEvent) => void;
  readonly source: PictureSource;
  readonly ports: StudioPorts;
}

/** Opens pictures of the history, and sends one as it is while it is the one in the frame. */
export const useFromHistory = ({ state, dispatch, source, ports }: Parts) => {
  const [opened, setOpened] = useState<{
    readonly entry: HistoryEntry;
    readonly file: File;
  } | null>(null);
  const { history } = ports;

  const open = async (entry: HistoryEntry): Promise<void> => {
    dispatch({ type: 'kindChosen', kind: entry.kind });
    dispatch({ type: 'loading', stage: 'fetching' });
    const blob = (await history?.picture(entry)) ?? null;
    if (!blob) {
      dispatch({
        type: 'loadFailed',
        problem: { kind: 'image', error: { kind: 'unreadableFile' } },
      });
      return;
    }
    const file = asFile(blob, entry);
    setOpened({ entry, file });
    source.offer({ files: [file], index: 0 });
  };

  const send = async (entry: HistoryEntry, accountId: string): Promise<void> => {
    if (!history) return;
    await beginSwap(dispatch, () => history.useAsIs({ entry, accountId, kind: state.kind }));
  };

  const account = chosenAccount(state);
  const shown = state.tray?.files[state.tray.index];
  const entry = opened && opened.file === shown && state.framing ? opened.entry : null;
  const fits = entry !== null && isSendable({ ...entry, kind: state.kind });
  const asItIs: AsItIs | null =
    fits && account ? { entry, onUse: () => void send(entry, account.id) } : null;
  return { open, asItIs };
};
