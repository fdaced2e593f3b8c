import type { StudioPorts } from '../studio-ports.ts';
import { CameraButton } from './CameraButton.tsx';
import { ChooseImage } from './ChooseImage.tsx';
import type { StudioEvent } from './studio-state.ts';
import type { Tray } from './tray.ts';

interface SourceButtonsProps {
  readonly look: 'plain' | 'over-stage';
  readonly camera: StudioPorts['camera'] | undefined;
  readonly dispatch: (event: StudioEvent) => void;
  readonly onPictures: (tray: Tray) => void;
}

/** Ways to bring a picture that have a button. */
export const SourceButtons = ({ look, camera, dispatch, onPictures }: SourceButtonsProps) => (
  <div class={`sources sources--${look}`}>
    {camera && (
      <CameraButton camera={camera} look={look} dispatch={dispatch} onPicture={onPictures} />
    )}
    <ChooseImage look={look === 'plain' ? 'primary' : 'over-stage'} onFiles={onPictures} />
  </div>
);
