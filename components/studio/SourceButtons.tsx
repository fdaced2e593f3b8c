import type { StudioPorts } from '../studio-ports.ts';
import { Icon } from '../shared/Icon.tsx';
import { CameraButton } from './CameraButton.tsx';
import { ChooseImage } from './ChooseImage.tsx';
import type { StudioEvent } from './studio-state.ts';
import type { Tray } from './tray.ts';

interface SourceButtonsProps {
  readonly look: 'plain' | 'over-stage';
  readonly camera: StudioPorts['camera'] | undefined;
  readonly onHistory: (() => void) | undefined;
  readonly dispatch: (event: StudioEvent) => void;
  readonly onPictures: (tray: Tray) => void;
}

const FromHistory = ({
  look,
  onPress,
}: Pick<SourceButtonsProps, 'look'> & { readonly onPress: () => void }) =>
  look === 'plain' ? (
    <button type="button" class="button" onClick={onPress}>
      <Icon name="clock" />
      From history
    </button>
  ) : (
    <button
      type="button"
      class="button button--over button--bare"
      aria-label="From history"
      title="From history"
      onClick={onPress}
    >
      <Icon name="clock" />
    </button>
  );

/** Ways to bring a picture that have a button. */
export const SourceButtons = (props: SourceButtonsProps) => {
  const { look, camera, onHistory, dispatch, onPictures } = props;
  return (
    <div class={`sources sources--${look}`}>
      {onHistory && <FromHistory look={look} onPress={onHistory} />}
      {camera && (
        <CameraButton camera={camera} look={look} dispatch={dispatch} onPicture={onPictures} />
      )}
      <ChooseImage look={look === 'plain' ? 'primary' : 'over-stage'} onFiles={onPictures} />
    </div>
  );
};
