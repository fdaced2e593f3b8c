import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { useObjectUrl } from '../shared/hooks.ts';
import { BeforeAndAfter, FullSize, PostMock, ProfileMock, Sizes } from './preview-views.tsx';

interface PreviewsProps {
  /** The pixels that will be sent, then the very file. */
  readonly shown: Blob | null;
  readonly account: Account | null;
}

const views = [
  { id: 'sizes', name: 'Sizes' },
  { id: 'full', name: 'Full size' },
  { id: 'post', name: 'Post' },
  { id: 'profile', name: 'Profile' },
  { id: 'before', name: 'Before' },
] as const;

type ViewId = (typeof views)[number]['id'];

interface ChoiceProps {
  readonly view: ViewId;
  readonly onView: (view: ViewId) => void;
}

/** Radio buttons that look like one: the arrow keys go between them without more ado. */
const Choice = ({ view, onView }: ChoiceProps) => {
  const name = useId();
  return (
    <div class="segments" role="radiogroup" aria-labelledby="previews-title">
      {views.map((item) => (
        <label key={item.id} class={`segments__item segments__item--${item.id}`}>
          <input
            class="visually-hidden"
            type="radio"
            name={name}
            value={item.id}
            checked={item.id === view}
            onChange={() => onView(item.id)}
          />
          <span>{item.name}</span>
        </label>
      ))}
    </div>
  );
};

interface BothLooksProps {
  readonly children: (look: 'light' | 'dark') => ComponentChildren;
}

/** The same on X's light and on its dark page, side by side. The second is for the eye only. */
const BothLooks = ({ children }: BothLooksProps) => (
  <>
    <div class="look look--light">{children('light')}</div>
    <div class="look look--dark" aria-hidden="true">
      {children('dark')}
    </div>
  </>
);

/** What will be sent, in the sizes, the circle and the places X shows it in. */
export const Previews = ({ shown, account }: PreviewsProps) => {
  const url = useObjectUrl(shown);
  const [view, setView] = useState<ViewId>('sizes');
  return (
    <section class="previews" aria-labelledby="previews-title" data-empty={url === null}>
      <h2 class="previews__title" id="previews-title">
        How X will show it
      </h2>
      <Choice view={view} onView={setView} />
      <div class={`previews__panel previews__panel--${view}`}>
        {view === 'sizes' && <BothLooks>{(look) => <Sizes url={url} look={look} />}</BothLooks>}
        {view === 'full' && <FullSize url={url} />}
        {view === 'post' && (
          <BothLooks>{(look) => <PostMock url={url} account={account} look={look} />}</BothLooks>
        )}
        {view === 'profile' && (
          <BothLooks>{(look) => <ProfileMock url={url} account={account} look={look} />}</BothLooks>
        )}
        {view === 'before' && <BeforeAndAfter url={url} account={account} />}
      </div>
    </section>
  );
};
