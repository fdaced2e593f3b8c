import { useRef } from 'preact/hooks';
import { errorDetails, imageErrorText } from '../../utils/domain/error-texts.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import type { StudioPorts } from '../studio-ports.ts';
import { BannerPreviews } from './BannerPreviews.tsx';
import { EditPanel } from './EditPanel.tsx';
import { EmptyStage } from './EmptyStage.tsx';
import { FactsLine } from './FactsLine.tsx';
import { Filmstrip } from './Filmstrip.tsx';
import { Frame } from './Frame.tsx';
import type { Framing } from './framing.ts';
import { Loading } from './Loading.tsx';
import { Previews } from './Previews.tsx';
import { SourceAlert } from './SourceAlert.tsx';
import { SourceButtons } from './SourceButtons.tsx';
import { StillPicker } from './StillPicker.tsx';
import { chosenAccount, type StudioEvent, type StudioState } from './studio-state.ts';
import type { Tray } from './tray.ts';
import type { PictureSource } from './use-picture-source.ts';

interface PicturePanelProps {
  readonly state: StudioState;
  readonly dispatch: (event: StudioEvent) => void;
  readonly source: PictureSource;
  readonly camera: StudioPorts['camera'] | undefined;
  /** Leads to the history; left out where there is nothing in it. */
  readonly onHistory?: (() => void) | undefined;
}

const Problem = ({ state, dispatch }: Pick<PicturePanelProps, 'state' | 'dispatch'>) =>
  state.problem && (
    <SourceAlert
      problem={state.problem}
      kept={state.framing !== null}
      onClose={() => dispatch({ type: 'problemClosed' })}
    />
  );

interface StageProps extends PicturePanelProps {
  readonly framing: Framing;
  readonly takesFocus: boolean;
  readonly onPictures: (tray: Tray) => void;
}

/** The frame with what lies over it. */
const Stage = (props: StageProps) => {
  const { state, framing, dispatch, source, onPictures } = props;
  return (
    <Frame
      framing={framing}
      kind={state.kind}
      takesFocus={props.takesFocus}
      onEdit={(edit, gesture) => dispatch({ type: 'edited', edit, gesture })}
    >
      {state.tray && state.tray.files.length > 1 && (
        <Filmstrip tray={state.tray} onChoose={source.offer} />
      )}
      <SourceButtons
        look="over-stage"
        camera={props.camera}
        onHistory={props.onHistory}
        dispatch={dispatch}
        onPictures={onPictures}
      />
      <StillPicker framing={framing} dispatch={dispatch} />
      {state.loading && <Loading stage={state.loading} onCancel={source.cancel} />}
      <Problem state={state} dispatch={dispatch} />
    </Frame>
  );
};

/** Choosing and framing on one side. */
export const PictureStage = (props: PicturePanelProps) => {
  const { state, dispatch, source } = props;
  const byButton = useRef(false);
  const offer = (tray: Tray) => {
    byButton.current = document.activeElement instanceof HTMLInputElement;
    source.offer(tray);
  };
  const { framing } = state;
  return (
    <div class="studio__stage">
      {framing ? (
        <>
          <Stage {...props} framing={framing} takesFocus={byButton.current} onPictures={offer} />
          <EditPanel framing={framing} dispatch={dispatch} />
        </>
      ) : (
        <>
          <Problem state={state} dispatch={dispatch} />
          <EmptyStage loading={state.loading} onCancel={source.cancel}>
            <SourceButtons
              look="plain"
              camera={props.camera}
              onHistory={props.onHistory}
              dispatch={dispatch}
              onPictures={offer}
            />
            {state.tray && <Filmstrip tray={state.tray} onChoose={source.offer} />}
          </EmptyStage>
        </>
      )}
    </div>
  );
};

/** What will be sent, on the other. */
export const PictureResult = ({
  state,
  dispatch,
}: Pick<PicturePanelProps, 'state' | 'dispatch'>) => {
  const { framing, shown, prepareError } = state;
  return (
    <div class="studio__result" data-empty={framing === null}>
      {state.kind === 'avatar' ? (
        <Previews shown={shown} account={chosenAccount(state)} />
      ) : (
        <BannerPreviews shown={shown} account={chosenAccount(state)} />
      )}
      {prepareError && (
        <ErrorNotice words={imageErrorText(prepareError)} details={errorDetails(prepareError)} />
      )}
      {framing && <FactsLine state={state} framing={framing} dispatch={dispatch} />}
    </div>
  );
};
