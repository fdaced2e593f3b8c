import { useId } from 'preact/hooks';
import { Icon } from '../shared/Icon.tsx';
import { trayOf, type Tray } from './tray.ts';

interface ChooseImageProps {
  readonly look: 'primary' | 'over-stage';
  readonly onFiles: (tray: Tray) => void;
}

/** A real file input behind a label that looks like a button: the keyboard and readers get the input. */
export const ChooseImage = ({ look, onFiles }: ChooseImageProps) => {
  const id = useId();
  const onChange = (event: { readonly currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const tray = trayOf(input.files ?? []);
    // Emptied so that choosing the same file again counts as a choice.
    input.value = '';
    if (tray) onFiles(tray);
  };
  return (
    <span class={`choose choose--${look}`}>
      <input
        id={id}
        class="visually-hidden choose__input"
        type="file"
        accept="image/*"
        multiple
        onChange={onChange}
      />
      <label
        htmlFor={id}
        class={look === 'primary' ? 'button button--primary' : 'button button--over'}
      >
        <Icon name="picture" />
        Choose image
      </label>
    </span>
  );
};
