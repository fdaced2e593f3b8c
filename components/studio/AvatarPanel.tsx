import { useRef } from 'preact/hooks';
import { frameSize } from '../../utils/domain/crop.ts';
import { errorDetails, imageErrorText } from '../../utils/domain/error-texts.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { ChooseImage } from './ChooseImage.tsx';
import { EditPanel } from './EditPanel.tsx';
import { EmptyStage } from './EmptyStage.tsx';
import { FactsLine } from './FactsLine.tsx';
import { Frame } from './Frame.tsx';
import { Previews } from './Previews.tsx';
import { SourceAlert } from './SourceAlert.tsx';
import { chosenAccount, type StudioEvent, type StudioState } from './studio-state.ts';

interface AvatarPanelProps {
  readonly state: StudioState;
  readonly dispatch: (event: StudioEvent) => void;
  readonly onFile: (file: File) => void;
}

const Problem = ({ state, dispatch }: Pick<AvatarPanelProps, 'state' | 'dispatch'>) =>
  state.problem && (
    <SourceAlert
      problem={state.problem}
      kept={state.framing !== null}
      onClose={() => dispatch({ type: 'problemClosed' })}
    />
  );

interface FramedProps extends AvatarPanelProps {
  readonly takesFocus: boolean;
}

const Framed = ({ state, dispatch, onFile, takesFocus }: FramedProps) => {
  const { framing } = state;
  if (!framing) return null;
  return (
    <>
      <Frame
        framing={framing}
        kind={state.kind}
        takesFocus={takesFocus}
        onEdit={(edit, gesture) => dispatch({ type: 'edited', edit, gesture })}
      >
        <ChooseImage look="over-stage" onFile={onFile} />
        {state.loading && <p class="stage__loading">Opening your picture…</p>}
        <Problem state={state} dispatch={dispatch} />
      </Frame>
      <EditPanel framing={framing} dispatch={dispatch} />
    </>
  );
};

/** Choosing and framing on one side. */
export const AvatarStage = ({ state, dispatch, onFile }: AvatarPanelProps) => {
  const byButton = useRef(false);
  const choose = (file: File) => {
    byButton.current = document.activeElement instanceof HTMLInputElement;
    onFile(file);
  };
  return (
    <div class="studio__stage">
      {state.framing ? (
        <Framed state={state} dispatch={dispatch} onFile={choose} takesFocus={byButton.current} />
      ) : (
        <>
          <Problem state={state} dispatch={dispatch} />
          <EmptyStage loading={state.loading} onFile={choose} />
        </>
      )}
    </div>
  );
};

/** What will be sent, on the other. */
export const AvatarResult = ({ state }: { readonly state: StudioState }) => {
  const { framing, prepared, prepareError } = state;
  return (
    <div class="studio__result" data-empty={framing === null}>
      <Previews blob={prepared?.value.blob ?? null} account={chosenAccount(state)} />
      {prepareError && (
        <ErrorNotice words={imageErrorText(prepareError)} details={errorDetails(prepareError)} />
      )}
      {framing && (
        <FactsLine
          source={framing.picture.facts}
          framed={frameSize(framing.crop, framing.edit.view.zoom)}
          result={prepared?.value.facts ?? null}
        />
      )}
    </div>
  );
};
