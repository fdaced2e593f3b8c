import { frameSize } from '../../utils/domain/crop.ts';
import { formatSize } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { holdsMore, sizesFor, type Framing } from './framing.ts';
import {
  describeLarger,
  describeRemoved,
  describeResult,
  describeSource,
  describeWhole,
  fileNameFor,
  reasonFor,
} from './output.ts';
import { OutputChoice } from './OutputChoice.tsx';
import { sourceName } from './source-name.ts';
import {
  chosenAccount,
  freshPrepared,
  type StudioEvent,
  type StudioState,
} from './studio-state.ts';
import { useTakeAway } from './use-take-away.ts';

interface FactsLineProps {
  readonly state: StudioState;
  readonly framing: Framing;
  readonly dispatch: (event: StudioEvent) => void;
}

const Warning = ({ words }: { readonly words: string }) => (
  <span class="facts__warning">
    <Icon name="warning" sizePx={14} />
    {words}
  </span>
);

/** What is worth knowing about the file, what needs care before what is merely good to know. */
const Note = ({ state, framing }: Omit<FactsLineProps, 'dispatch'>) => {
  const result = state.prepared?.value.facts ?? null;
  if (framing.picture.facts.readBack === 'altered') {
    return <Warning words="This browser alters pictures it reads: look at the result closely" />;
  }
  if (result?.upscaled) {
    const { width, height } = frameSize(framing.crop, framing.edit.view.zoom);
    const size = formatSize(width, height);
    return <Warning words={`Only ${size} pixels in the frame: X will show it soft`} />;
  }
  const reason = result && reasonFor(result);
  const removed = describeRemoved(framing.picture.facts.removed);
  return (
    <>
      {reason && <span>{reason}</span>}
      {removed && (
        <span class="facts__removed" title={removed.all}>
          <Icon name="shield" sizePx={14} />
          {removed.words}
        </span>
      )}
    </>
  );
};

const aboutLarger =
  'X keeps this file as the original, and people get it when they open the picture in full. Everywhere else X shows smaller copies that it makes with its own filter, so the exact size is sharper there.';

/** What will be sent, what it was made from, how it is written, and a way to take it elsewhere. */
export const FactsLine = ({ state, framing, dispatch }: FactsLineProps) => {
  const { kind, output, prepared } = state;
  const fresh = freshPrepared(state);
  const isExact = output.size === 'exact';
  const more = holdsMore(kind, framing);
  // Moving the frame may well change a larger file's size: an older one says nothing about it.
  const file = isExact ? (prepared?.value ?? null) : fresh;
  const facts = file?.facts ?? null;
  const taken = useTakeAway(fresh, (kept) =>
    fileNameFor(kept.facts.mime, kind, sourceName(state), chosenAccount(state)?.handle),
  );
  return (
    <div class="facts">
      <p class="facts__result">{facts ? describeResult(facts) : 'Making the file…'}</p>
      <p class="facts__source">{describeSource(framing.picture.facts)}</p>
      <div class="facts__tools">
        <OutputChoice state={state} sizes={sizesFor(kind, framing)} dispatch={dispatch} />
        <IconButton icon="copy" name="Copy picture" onPress={taken.copy} />
        <IconButton icon="save" name="Save picture" onPress={taken.save} />
      </div>
      {output.size === 'larger' && (
        <p class="facts__larger" title={aboutLarger}>
          {facts && describeLarger(facts, kind, more)}
        </p>
      )}
      {output.size === 'whole' && <p class="facts__larger">{file && describeWhole(file)}</p>}
      <p class="facts__note" hidden={taken.said !== ''}>
        <Note state={state} framing={framing} />
      </p>
      <p class="facts__note facts__said" aria-live="polite">
        {taken.said}
      </p>
    </div>
  );
};
