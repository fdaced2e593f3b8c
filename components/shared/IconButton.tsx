import { Icon, type IconName } from './Icon.tsx';

export interface IconButtonProps {
  readonly icon: IconName;
  /** Read out, and shown on hover. */
  readonly name: string;
  readonly onPress: () => void;
}

/** A button that shows only an icon. */
export const IconButton = ({ icon, name, onPress }: IconButtonProps) => (
  <button type="button" class="icon-button" aria-label={name} title={name} onClick={onPress}>
    <Icon name={icon} />
  </button>
);
