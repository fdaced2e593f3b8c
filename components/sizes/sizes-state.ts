import type { ImageUrl } from '../../utils/domain/image-urls/image-urls.ts';
import { everySize, type SizeAddress } from '../../utils/domain/image-urls/same-picture.ts';
import type { Asked, AskedProblem } from '../../utils/domain/sizes-asked.ts';
import type { FindError, Person } from '../../utils/domain/person.ts';
import { mayComeLater, type SizeFailure } from '../../utils/domain/size-failure.ts';
import type { SizeFile } from '../sizes-ports.ts';

/** One size, and what came of asking for it; both null while it is on its way. */
export interface SizeView extends SizeAddress {
  readonly file: SizeFile | null;
  readonly failure: SizeFailure | null;
}

/** What was done about sizes that X says are gone. */
export type Repair =
  | { readonly kind: 'looking' }
  /** X still names this very picture: there is nothing newer to show. */
  | { readonly kind: 'same' }
  | { readonly kind: 'replaced' }
  /** The banner was taken away and none put in its place. */
  | { readonly kind: 'removed' }
  /** The address does not say whose it is. */
  | { readonly kind: 'ownerUnknown' }
  | { readonly kind: 'failed'; readonly error: FindError };

export interface PictureView {
  readonly url: ImageUrl;
  readonly sizes: readonly SizeView[];
  readonly repair: Repair | null;
}

export interface SizesState {
  /** What the field holds. */
  readonly text: string;
  readonly textProblem: AskedProblem | null;
  /** What is shown, or on its way. */
  readonly asked: Asked | null;
  readonly phase: 'idle' | 'finding' | 'fetching' | 'stopped';
  readonly findError: FindError | null;
  readonly person: Person | null;
  readonly pictures: readonly PictureView[];
}

export type SizesEvent =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'notUnderstood'; readonly problem: AskedProblem }
  | { readonly type: 'asked'; readonly asked: Asked; readonly text: string }
  | { readonly type: 'found'; readonly person: Person }
  | { readonly type: 'notFound'; readonly error: FindError }
  | { readonly type: 'pictures'; readonly urls: readonly ImageUrl[] }
  | { readonly type: 'replaced'; readonly index: number; readonly url: ImageUrl }
  | {
      readonly type: 'sizeCame';
      readonly index: number;
      readonly address: string;
      readonly file: SizeFile | null;
      readonly failure: SizeFailure | null;
    }
  | { readonly type: 'repair'; readonly index: number; readonly repair: Repair }
  | { readonly type: 'ended' }
  | { readonly type: 'stopped' };

export const initialSizes: SizesState = {
  text: '',
  textProblem: null,
  asked: null,
  phase: 'idle',
  findError: null,
  person: null,
  pictures: [],
};

const viewOf = (url: ImageUrl, repair: Repair | null = null): PictureView => ({
  url,
  sizes: everySize(url).map((size) => ({ ...size, file: null, failure: null })),
  repair,
});

const withPicture = (
  state: SizesState,
  index: number,
  change: (picture: PictureView) => PictureView,
): SizesState => ({
  ...state,
  pictures: state.pictures.map((picture, at) => (at === index ? change(picture) : picture)),
});

const withSize = (
  state: SizesState,
  { index, address, file, failure }: Extract<SizesEvent, { readonly type: 'sizeCame' }>,
): SizesState =>
  withPicture(state, index, (picture) => ({
    ...picture,
    sizes: picture.sizes.map((size) =>
      size.address === address ? { ...size, file, failure } : size,
    ),
  }));

/** What has not come will not come; a look-up under way has no end either. */
const stopped = (state: SizesState): SizesState => ({
  ...state,
  phase: 'stopped',
  pictures: state.pictures.map((picture) => ({
    ...picture,
    repair: picture.repair?.kind === 'looking' ? null : picture.repair,
    sizes: picture.sizes.map((size) =>
      size.file || size.failure ? size : { ...size, failure: { kind: 'stopped' } },
    ),
  })),
});

/** What the tab shows, from what happened. Pure. */
export const reduceSizes = (state: SizesState, event: SizesEvent): SizesState => {
  switch (event.type) {
    case 'typed':
      return { ...state, text: event.text, textProblem: null };
    case 'notUnderstood':
      return { ...state, textProblem: event.problem };
    case 'asked':
      return {
        ...initialSizes,
        text: event.text,
        asked: event.asked,
        phase: event.asked.kind === 'person' ? 'finding' : 'fetching',
      };
    case 'found':
      return { ...state, person: event.person };
    case 'notFound':
      return { ...state, findError: event.error, phase: 'idle' };
    case 'pictures':
      return { ...state, phase: 'fetching', pictures: event.urls.map((url) => viewOf(url)) };
    case 'replaced':
      return withPicture({ ...state, phase: 'fetching' }, event.index, () =>
        viewOf(event.url, { kind: 'replaced' }),
      );
    case 'sizeCame':
      return withSize(state, event);
    case 'repair':
      return withPicture(state, event.index, (picture) => ({ ...picture, repair: event.repair }));
    case 'ended':
      return { ...state, phase: 'idle' };
    case 'stopped':
      return stopped(state);
  }
};

/** How many sizes there are in all, how many of them have come one way or the other, how many as pictures. */
export const countSizes = ({ pictures }: SizesState) => {
  const sizes = pictures.flatMap((picture) => picture.sizes);
  return {
    all: sizes.length,
    done: sizes.filter(({ file, failure }) => file || failure).length,
    shown: sizes.filter(({ file }) => file).length,
  };
};

/** Whether asking for the same once more may show more of it. */
export const isWorthAnotherTry = ({ phase, pictures }: SizesState): boolean =>
  phase === 'stopped' ||
  (phase === 'idle' &&
    pictures.some(({ sizes }) => sizes.some(({ failure }) => failure && mayComeLater(failure))));
