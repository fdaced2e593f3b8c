/** Why there is no picture from the camera. */
export type CameraProblem = 'refused' | 'none' | 'busy' | 'failed';

/** What browsers call their refusals (Media Capture and Streams, getUserMedia, 2025 text). */
const problems: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export const cameraProblemOf = (error: unknown): CameraProblem =>
  (error instanceof DOMException ? problems[error.name] : undefined) ?? 'failed';

/** As large as the camera gives: the frame is chosen afterwards. */
export const cameraWishes = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 1920 }, height: { ideal: 1080 } },
} as const satisfies MediaStreamConstraints;

export const stopCamera = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

/** What the video shows now, lossless and not mirrored; null before its first picture. */
export const captureStill = async (video: HTMLVideoElement): Promise<File | null> => {
  if (video.videoWidth === 0) return null;
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new File([blob], 'camera.png', { type: 'image/png' });
};
