import type { ImageUrl } from '../../utils/domain/image-urls/image-urls.ts';
import { sizeFailureText } from '../../utils/domain/size-failure.ts';
import type { Person } from '../../utils/domain/person.ts';
import { copyPicture, copyText } from '../shared/clipboard.ts';
import { useObjectUrl } from '../shared/hooks.ts';
import { Icon } from '../shared/Icon.tsx';
import { saveFile } from '../shared/save-file.ts';
import { isOtherSize, measuredSize, namedSize, sizeFileName } from './size-words.ts';
import type { SizeView } from './sizes-state.ts';

interface SizeItemProps {
  readonly view: SizeView;
  readonly url: ImageUrl;
  readonly person: Person | null;
  /** The one item whose buttons the Tab key reaches. */
  readonly isActive: boolean;
  readonly onSaid: (words: string) => void;
}

/** The picture at its own size as far as there is room; what came instead of it, or nothing yet. */
const Picture = ({ view }: { readonly view: SizeView }) => {
  const { file, failure, size } = view;
  const address = useObjectUrl(file?.blob ?? null);
  return (
    <div class="size__picture" data-failed={failure !== null} aria-busy={!file && !failure}>
      {address && <img src={address} alt={`${size.name}, as X sent it`} />}
      {failure && (
        <span class="size__failure" data-kind={failure.kind}>
          {failure.kind !== 'stopped' && <Icon name="warning" sizePx={16} />}
          {sizeFailureText(failure)}
        </span>
      )}
    </div>
  );
};

const Words = ({ view: { size, file, failure } }: { readonly view: SizeView }) => {
  const isOther = file !== null && isOtherSize(size, file);
  return (
    <>
      <p class="size__name">{size.name}</p>
      <div class="size__facts">
        <p class="size__measured" data-other={isOther}>
          {file ? measuredSize(file) : failure ? 'No picture' : '…'}
        </p>
        <p class="size__named">{namedSize(size)}</p>
      </div>
    </>
  );
};

/** What can be done with one size. */
const Tools = ({ view, url, person, isActive, onSaid }: SizeItemProps) => {
  const { size, address, file } = view;
  const tabIndex = isActive ? 0 : -1;
  const copyAddress = async () =>
    onSaid((await copyText(address)) ? 'Address copied' : 'The browser did not allow copying.');
  const copyImage = async () => {
    if (!file) return;
    const done = await copyPicture(file.blob);
    onSaid(done ? 'Picture copied' : 'The browser did not allow copying: save it instead.');
  };
  const save = () => {
    if (!file) return;
    const name = sizeFileName(url, person, size.name, file.mime);
    saveFile(file.blob, name);
    onSaid(`Saved as ${name}`);
  };
  const button = (icon: 'link' | 'copy' | 'save', name: string, needsFile: boolean) => ({
    type: 'button' as const,
    class: 'icon-button',
    'data-roving': icon,
    tabIndex,
    title: name,
    'aria-label': `${name}: ${size.name}`,
    'aria-disabled': needsFile && !file,
    children: <Icon name={icon} />,
  });
  return (
    <div class="size__tools">
      <button {...button('link', 'Copy address', false)} onClick={() => void copyAddress()} />
      <button {...button('copy', 'Copy image', true)} onClick={() => void copyImage()} />
      <button {...button('save', 'Save', true)} onClick={save} />
      <a
        class="icon-button"
        data-roving="open"
        tabIndex={tabIndex}
        title="Open in a tab"
        aria-label={`Open in a tab: ${size.name}`}
        href={address}
        target="_blank"
        rel="noreferrer"
      >
        <Icon name="expand" />
      </a>
    </div>
  );
};

/** One size of a picture: how it looks, what it is, and ways to take it away. */
export const SizeItem = (props: SizeItemProps) => (
  <li class="variant" data-entry={props.view.size.name}>
    <Picture view={props.view} />
    <Words view={props.view} />
    <Tools {...props} />
  </li>
);
