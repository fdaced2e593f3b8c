import { useId } from 'preact/hooks';
import { Icon } from '../shared/Icon.tsx';

interface ImportButtonProps {
  readonly isDisabled: boolean;
  readonly onFile: (file: File) => void;
}

/** A real file input behind a label that looks like a button: the keyboard and readers get the input. */
export const ImportButton = ({ isDisabled, onFile }: ImportButtonProps) => {
  const id = useId();
  const onChange = (event: { readonly currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    // Emptied so that choosing the same file again counts as a choice.
    input.value = '';
    if (file) onFile(file);
  };
  return (
    <span class="choose">
      <input
        id={id}
        class="visually-hidden choose__input"
        type="file"
        accept=".zip,application/zip"
        disabled={isDisabled}
        onChange={onChange}
      />
      <label htmlFor={id} class="button button--small" aria-disabled={isDisabled}>
        <Icon name="open" sizePx={14} />
        Import
      </label>
    </span>
  );
};
