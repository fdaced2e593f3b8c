import { useId } from 'preact/hooks';
import { Icon } from '../shared/Icon.tsx';

interface ChooseImageProps {
  readonly look: 'primary' | 'over-stage';
  readonly onFile: (file: File) => void;
}

/** A real file input behind a label that looks like a button: the keyboard and readers get the input. */
export const ChooseImage = ({ look, onFile }: ChooseImageProps) => {
  const id = useId();
  const onChange = (event: { readonly currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    // Emptied so that choosing the same file again counts as a choice.
    input.value = '';
    if (file) onFile(file);
  };
  return (
    <span class={`choose choose--${look}`}>
      <input
        id={id}
        class="visually-hidden choose__input"
        type="file"
        accept="image/*"
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
