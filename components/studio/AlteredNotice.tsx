import { ErrorNotice } from '../shared/ErrorNotice.tsx';

interface AlteredNoticeProps {
  readonly onAccept: () => void;
}

/** Said before anything can be sent: this browser does not give back what it was given to draw. */
export const AlteredNotice = ({ onAccept }: AlteredNoticeProps) => (
  <ErrorNotice
    words={{
      text: 'This browser alters pictures as Facelift reads them.',
      next: 'A privacy setting does that. Allow reading from canvas, or X gets an altered picture.',
    }}
  >
    <button type="button" class="button" onClick={onAccept}>
      Go on all the same
    </button>
  </ErrorNotice>
);
