import { useState } from 'preact/hooks';
import type { Account } from '../../utils/domain/account.ts';
import { useObjectUrl } from '../shared/hooks.ts';
import { BothLooks, PreviewSection } from './preview-choice.tsx';
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

/** What will be sent, in the sizes, the circle and the places X shows it in. */
export const Previews = ({ shown, account }: PreviewsProps) => {
  const url = useObjectUrl(shown);
  const [view, setView] = useState<ViewId>('sizes');
  return (
    <PreviewSection views={views} view={view} onView={setView} isEmpty={url === null}>
      {view === 'sizes' && <BothLooks>{(look) => <Sizes url={url} look={look} />}</BothLooks>}
      {view === 'full' && <FullSize url={url} />}
      {view === 'post' && (
        <BothLooks>{(look) => <PostMock url={url} account={account} look={look} />}</BothLooks>
      )}
      {view === 'profile' && (
        <BothLooks>{(look) => <ProfileMock url={url} account={account} look={look} />}</BothLooks>
      )}
      {view === 'before' && <BeforeAndAfter url={url} account={account} />}
    </PreviewSection>
  );
};
