import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useObjectUrl } from '../shared/hooks.ts';
import { captureStill, stopCamera } from './camera.ts';

interface CameraDialogProps {
  readonly stream: MediaStream;
  readonly onClose: () => void;
  readonly onPicture: (file: File) => void;
}

/** The camera is let go with the dialog, however it closes. */
const useStream = (stream: MediaStream) => {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    // Refused only where the page is going away.
    void element.play().catch(() => undefined);
  }, [stream]);
  useEffect(() => () => stopCamera(stream), [stream]);
  return video;
};

/** See oneself, take a picture, take it again, or use it. */
export const CameraDialog = ({ stream, onClose, onPicture }: CameraDialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useStream(stream);
  const [still, setStill] = useState<File | null>(null);
  const url = useObjectUrl(still);
  useEffect(() => dialog.current?.showModal(), []);
  const take = async () => {
    if (video.current) setStill(await captureStill(video.current));
  };
  const use = (file: File) => {
    onPicture(file);
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="camera" aria-label="Camera" onClose={onClose}>
      <div class="camera__view">
        <video ref={video} class="camera__video" muted playsInline hidden={still !== null} />
        {url && <img class="camera__still" src={url} alt="You, as just taken" />}
      </div>
      <div class="camera__buttons">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
        {still && (
          <button type="button" class="button" onClick={() => setStill(null)}>
            Take again
          </button>
        )}
        <button
          type="button"
          class="button button--primary"
          onClick={() => (still ? use(still) : void take())}
        >
          {still ? 'Use this picture' : 'Take picture'}
        </button>
      </div>
    </dialog>
  );
};
