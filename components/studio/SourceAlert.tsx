import { errorDetails, imageErrorText, type ErrorText } from '../../utils/domain/error-texts.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import type { CameraProblem } from './camera.ts';
import type { SourceProblem } from './studio-state.ts';

interface SourceAlertProps {
  readonly problem: SourceProblem;
  /** True when an earlier picture is still there to go on with. */
  readonly kept: boolean;
  readonly onClose: () => void;
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');

const cameraTexts: Record<CameraProblem, ErrorText> = {
  refused: {
    text: 'The camera was not allowed.',
    next: 'Press Use camera again and allow it; the browser may keep a refusal in its site settings.',
  },
  none: { text: 'No camera was found.', next: 'Connect one, or choose a picture instead.' },
  busy: {
    text: 'The camera is in use by another program.',
    next: 'Close that program, then press Use camera again.',
  },
  failed: { text: 'The camera could not be started.', next: 'Choose a picture instead.' },
};

const wordsFor = (problem: SourceProblem): ErrorText => {
  switch (problem.kind) {
    case 'image':
      return imageErrorText(problem.error);
    case 'notHandedOver':
      return {
        text: `The picture${hostOf(problem.from) && ` on ${hostOf(problem.from)}`} could not be fetched.`,
        next: 'Copy the image and paste it here.',
      };
    case 'camera':
      return cameraTexts[problem.why];
    case 'nothingPasted':
      return {
        text: 'There is no picture on the clipboard.',
        next: 'Copy an image or its address, then paste again.',
      };
    case 'nothingDropped':
      return {
        text: 'What you dropped holds no picture file.',
        next: 'Copy the image and paste it here.',
      };
  }
};

/** Why the picture that was offered is not shown. The one before it is kept. */
export const SourceAlert = ({ problem, kept, onClose }: SourceAlertProps) => {
  const words = wordsFor(problem);
  return (
    <ErrorNotice
      words={
        kept ? { ...words, text: `${words.text} The picture before it is still here.` } : words
      }
      details={problem.kind === 'image' ? errorDetails(problem.error) : []}
      onClose={onClose}
    />
  );
};
