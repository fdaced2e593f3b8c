import { useEffect, useReducer, useState } from 'preact/hooks';
import type { HandedOver, StudioPorts } from '../studio-ports.ts';
import { ActionArea } from './ActionArea.tsx';
import { AvatarResult, AvatarStage } from './AvatarPanel.tsx';
import { StudioHeader } from './StudioHeader.tsx';
import { chosenAccounts, initialState, reduce } from './studio-state.ts';
import { useDrop, usePaste } from './use-drop-and-paste.ts';
import { useClosing, useHandedOver, usePictureSource } from './use-picture-source.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { usePrepared, useSwapStart } from './use-prepared.ts';

interface StudioProps {
  readonly ports: StudioPorts;
  /** What right-click handed over; null, or coming to null, when there is nothing. */
  readonly initial?: Promise<HandedOver | null> | null;
  /** Whose profile the studio was opened from, without `@`. */
  readonly handle?: string | null;
}

const tabs = [{ id: 'avatar', name: 'Avatar' }] as const;

/** The state of the studio with everything that feeds it and everything it sets going. */
const useStudio = ({ ports, initial = null, handle = null }: StudioProps) => {
  const [state, dispatch] = useReducer(reduce, initialState('avatar', handle));
  const source = usePictureSource(ports, dispatch);
  usePaste(source, dispatch);
  const hovering = useDrop(source, dispatch);
  useHandedOver(initial, source, dispatch);
  useUndoKeys(dispatch);
  usePrepared(state, dispatch);
  useSwapStart(state, ports, dispatch);
  useClosing(state.framing?.picture ?? null);
  useEffect(
    () => ports.watchAccounts((accounts) => dispatch({ type: 'accounts', accounts })),
    [ports],
  );
  useEffect(() => ports.watchJobs((jobs) => dispatch({ type: 'jobs', jobs })), [ports]);
  return { state, dispatch, source, hovering };
};

/** Choose, frame, see, swap. The same in the popup and on the page; only the style sheet differs. */
export const Studio = (props: StudioProps) => {
  const { ports } = props;
  const { state, dispatch, source, hovering } = useStudio(props);
  const [tabId, setTabId] = useState<string>('avatar');
  return (
    <div class="studio" data-framed={state.framing !== null}>
      <StudioHeader
        tabs={tabs}
        tabId={tabId}
        onTab={setTabId}
        accounts={state.accounts}
        chosen={chosenAccounts(state)}
        onAccounts={(accountIds) => dispatch({ type: 'accountsChosen', accountIds })}
        onOpenOptions={ports.openOptions}
        onOpenWide={ports.openWide}
      />
      <main class="studio__main">
        <div class="studio__panel" role="tabpanel" id="panel-avatar" aria-labelledby="tab-avatar">
          <AvatarStage state={state} dispatch={dispatch} source={source} camera={ports.camera} />
          <AvatarResult state={state} dispatch={dispatch} />
          <ActionArea state={state} ports={ports} dispatch={dispatch} />
        </div>
      </main>
      {hovering && <div class="drop-veil">Drop to use this picture</div>}
    </div>
  );
};
