import type { StudioPorts } from '../studio-ports.ts';
import type { StudioState } from './studio-state.ts';

/** What the person's file is called; undefined where it came without a name, as from the clipboard. */
export const sourceName = ({ tray }: Pick<StudioState, 'tray'>): string | undefined => {
  const file = tray?.files[tray.index];
  return file instanceof File && file.name !== '' ? file.name : undefined;
};

/** The ports, with a swap told what the file in the frame is called. */
export const withName = (ports: StudioPorts, state: StudioState): StudioPorts => ({
  ...ports,
  startSwap: (request) => ports.startSwap({ ...request, name: sourceName(state) }),
});
