import { useState } from 'preact/hooks';
import type { StudioPorts } from '../studio-ports.ts';
import { Icon } from '../shared/Icon.tsx';
import { cameraProblemOf, cameraWishes } from './camera.ts';
import { CameraDialog } from './CameraDialog.tsx';
import type { StudioEvent } from './studio-state.ts';
import type { Tray } from './tray.ts';

interface CameraButtonProps {
  readonly camera: NonNullable<StudioPorts['camera']>;
  readonly look: 'plain' | 'over-stage';
  readonly dispatch: (event: StudioEvent) => void;
  readonly onPicture: (tray: Tray) => void;
}

/** Asks for the camera only when pressed. */
export const CameraButton = ({ camera, look, dispatch, onPicture }: CameraButtonProps) => {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    try {
      setStream(await camera.getUserMedia(cameraWishes));
    } catch (error) {
      dispatch({ type: 'loadFailed', problem: { kind: 'camera', why: cameraProblemOf(error) } });
    }
    setAsking(false);
  };
  return (
    <>
      <button
        type="button"
        class={look === 'plain' ? 'button' : 'button button--over'}
        aria-disabled={asking}
        onClick={() => asking || void ask()}
      >
        <Icon name="camera" />
        Use camera
      </button>
      {stream && (
        <CameraDialog
          stream={stream}
          onClose={() => setStream(null)}
          onPicture={(file) => onPicture({ files: [file], index: 0 })}
        />
      )}
    </>
  );
};
