import type { ComponentChildren } from 'preact';
import type { ErrorDetail, ErrorText } from '../../utils/domain/error-texts.ts';
import { formatTime } from './format.ts';
import { Icon } from './Icon.tsx';

interface ErrorNoticeProps {
  readonly words: ErrorText;
  readonly details?: readonly ErrorDetail[];
  /** Stands below the raw facts. */
  readonly more?: ComponentChildren;
  /** Buttons that take the next step. */
  readonly children?: ComponentChildren;
  readonly onClose?: () => void;
}

const Details = ({
  details,
  more,
}: {
  readonly details: readonly ErrorDetail[];
  readonly more: ComponentChildren;
}) => (
  <details class="notice__details">
    <summary>Details</summary>
    <dl>
      {details.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    {more}
  </details>
);

/** What went wrong in plain words, the next step, and the raw facts for those who want them. */
export const ErrorNotice = ({ words, details = [], more, children, onClose }: ErrorNoticeProps) => (
  <div class="notice notice--error" role="alert">
    <Icon name="warning" sizePx={18} />
    <div class="notice__body">
      <p class="notice__text">{words.text}</p>
      <p class="notice__next">
        {words.next}
        {words.notBeforeMs !== undefined &&
          ` It should work from ${formatTime(words.notBeforeMs)}.`}
      </p>
      {(children || details.length > 0) && (
        <div class="notice__actions">
          {children}
          {details.length > 0 && <Details details={details} more={more} />}
        </div>
      )}
    </div>
    {onClose && (
      <button type="button" class="icon-button" aria-label="Close message" onClick={onClose}>
        <Icon name="close" />
      </button>
    )}
  </div>
);
