import { useEffect, useReducer, useState } from 'preact/hooks';
import { HistoryPanel } from '../history/HistoryPanel.tsx';
import { useHistory } from '../history/use-history.ts';
import type { HistoryEntry } from '../../utils/domain/history.ts';
import type { PictureKind } from '../../utils/domain/picture.ts';
import { ProfilePanel } from '../profile/ProfilePanel.tsx';
import { useProfile } from '../profile/use-profile.ts';
import { SizesPanel } from '../sizes/SizesPanel.tsx';
import { useSizes } from '../sizes/use-sizes.ts';
import type { HandedOver, StudioPorts } from '../studio-ports.ts';
import { ActionArea } from './ActionArea.tsx';
import { heldBy } from './desk.ts';
import { PictureResult, PictureStage } from './PicturePanel.tsx';
import { StudioHeader } from './StudioHeader.tsx';
import { withName } from './source-name.ts';
import {
  chosenAccounts,
  initialState,
  reduce,
  type StudioEvent,
  type StudioState,
} from './studio-state.ts';
import type { Tab } from './TabList.tsx';
import { useDrop, usePaste } from './use-drop-and-paste.ts';
import {
  type PictureSource,
  useClosing,
  useHandedOver,
  usePictureSource,
} from './use-picture-source.ts';
import { useFromHistory } from './use-from-history.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { usePrepared, useSwapStart } from './use-prepared.ts';

interface StudioProps {
  readonly ports: StudioPorts;
  /** What right-click handed over; null, or coming to null, when there is nothing. */
  readonly initial?: Promise<HandedOver | null> | null;
  /** Whose profile the studio was opened from, without `@`. */
  readonly handle?: string | null;
  /** What is to be made at first; left out: an avatar. */
  readonly kind?: PictureKind;
  /** A picture's address or a handle whose sizes the studio was opened for. */
  readonly sizesOf?: string | null;
}

const pictureTabs = [
  { id: 'avatar', name: 'Avatar' },
  { id: 'banner', name: 'Banner' },
] as const;
const profileTab = { id: 'profile', name: 'Profile' };
const historyTab = { id: 'history', name: 'History' };
const sizesTab = { id: 'sizes', name: 'Sizes' };

const tabsOf = ({ profile, history, sizes }: StudioPorts) => [
  ...pictureTabs,
  ...(profile ? [profileTab] : []),
  ...(history ? [historyTab] : []),
  ...(sizes ? [sizesTab] : []),
];

const panelOf = ({ id }: Tab) => ({
  role: 'tabpanel' as const,
  id: `panel-${id}`,
  'aria-labelledby': `tab-${id}`,
});

/** The state of the studio with everything that feeds it and everything it sets going. */
const useStudio = ({ ports, initial = null, handle = null, kind = 'avatar' }: StudioProps) => {
  const [state, dispatch] = useReducer(reduce, initialState(kind, handle));
  const source = usePictureSource(ports, dispatch);
  usePaste(source, dispatch);
  const hovering = useDrop(source, dispatch);
  useHandedOver(initial, source, dispatch);
  useUndoKeys(dispatch);
  usePrepared(state, dispatch);
  useSwapStart(state, withName(ports, state), dispatch);
  useClosing(heldBy(state));
  useEffect(
    () => ports.watchAccounts((accounts) => dispatch({ type: 'accounts', accounts })),
    [ports],
  );
  useEffect(() => ports.watchJobs((jobs) => dispatch({ type: 'jobs', jobs })), [ports]);
  return { state, dispatch, source, hovering };
};

/**
 * Which tab is open: one of the two kinds of picture, or what lies over them. A picture on its way leads
 * to where it will be shown, however it was brought.
 */
const useTab = (
  { kind, loading }: StudioState,
  dispatch: (event: StudioEvent) => void,
  firstOver: string | null,
) => {
  const [overId, setOverId] = useState(firstOver);
  useEffect(() => {
    if (loading) setOverId(null);
  }, [loading]);
  const setTabId = (id: string): void => {
    const picture = pictureTabs.find((tab) => tab.id === id);
    setOverId(picture ? null : id);
    if (picture) dispatch({ type: 'kindChosen', kind: picture.id });
  };
  return [overId ?? kind, setTabId] as const;
};

interface PicturePanelProps {
  readonly state: StudioState;
  readonly dispatch: (event: StudioEvent) => void;
  readonly source: PictureSource;
  readonly ports: StudioPorts;
  readonly entries: readonly HistoryEntry[] | null;
  readonly fromHistory: ReturnType<typeof useFromHistory>;
  readonly onHistory: (() => void) | undefined;
}

/** One kind of picture: choosing and framing, what will be sent, and sending it. */
const PicturePanel = (props: PicturePanelProps) => {
  const { state, dispatch, ports } = props;
  return (
    <div
      class="studio__panel"
      role="tabpanel"
      id={`panel-${state.kind}`}
      aria-labelledby={`tab-${state.kind}`}
    >
      <PictureStage
        key={state.kind}
        state={state}
        dispatch={dispatch}
        source={props.source}
        camera={ports.camera}
        onHistory={props.onHistory}
      />
      <PictureResult state={state} dispatch={dispatch} />
      <ActionArea
        state={state}
        ports={ports}
        dispatch={dispatch}
        entries={props.entries}
        asItIs={props.fromHistory.asItIs}
      />
    </div>
  );
};

/** Frames a picture that was found elsewhere, as what it is wanted for. */
const framedAs =
  (dispatch: (event: StudioEvent) => void, source: PictureSource) =>
  (file: File, kind: PictureKind): void => {
    dispatch({ type: 'kindChosen', kind });
    source.offer({ files: [file], index: 0 });
  };

/** Choose, frame, see, swap. The same in the popup and on the page; only the style sheet differs. */
export const Studio = (props: StudioProps) => {
  const { ports, sizesOf = null } = props;
  const { state, dispatch, source, hovering } = useStudio(props);
  const { entries, isPrivate } = useHistory(ports.history);
  const fromHistory = useFromHistory({ state, dispatch, source, ports });
  const [tabId, setTabId] = useTab(state, dispatch, sizesOf === null ? null : sizesTab.id);
  const isProfile = tabId === profileTab.id;
  const profile = useProfile(ports.profile, state.accountId, isProfile);
  const sizes = useSizes(ports.sizes, state, sizesOf);
  const openHistory = entries && entries.length > 0 ? () => setTabId(historyTab.id) : undefined;
  return (
    <div class="studio" data-framed={state.framing !== null} data-tab={tabId}>
      <StudioHeader
        tabs={tabsOf(ports)}
        tabId={tabId}
        onTab={setTabId}
        accounts={state.accounts}
        chosen={chosenAccounts(state)}
        onAccounts={(accountIds) => dispatch({ type: 'accountsChosen', accountIds })}
        onOpenOptions={ports.openOptions}
        onOpenWide={ports.openWide}
      />
      <main class="studio__main">
        {tabId === historyTab.id && ports.history ? (
          <div class="history-panel" {...panelOf(historyTab)}>
            <HistoryPanel
              ports={ports.history}
              entries={entries}
              isPrivate={isPrivate}
              onUse={(entry) => void fromHistory.open(entry)}
            />
          </div>
        ) : isProfile ? (
          <ProfilePanel
            profile={profile}
            accounts={state.accounts}
            chosen={chosenAccounts(state)}
            ports={ports}
          />
        ) : tabId === sizesTab.id ? (
          <SizesPanel sizes={sizes} ports={ports} onUse={framedAs(dispatch, source)} />
        ) : (
          <PicturePanel
            state={state}
            dispatch={dispatch}
            source={source}
            ports={ports}
            entries={entries}
            fromHistory={fromHistory}
            onHistory={openHistory}
          />
        )}
      </main>
      {hovering && <div class="drop-veil">Drop to use this picture</div>}
    </div>
  );
};
