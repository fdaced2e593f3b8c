import { Icon } from '../shared/Icon.tsx';

interface StartErrorProps {
  readonly message: string;
  /** Whether it was begun for other accounts. */
  readonly isPart?: boolean;
}

/** The background did not take a swap. */
export const StartError = ({ message, isPart = false }: StartErrorProps) => (
  <div class="notice notice--error" role="alert">
    <Icon name="warning" sizePx={18} />
    <div class="notice__body">
      <p class="notice__text">
        {isPart
          ? 'The swap could not be started on every account.'
          : 'The swap could not be started.'}
      </p>
      <p class="notice__next">
        {isPart
          ? 'When these are done, choose the ones that are missing and swap once more.'
          : 'Press Swap avatar once more.'}
      </p>
      <details class="notice__details">
        <summary>Details</summary>
        <p>{message}</p>
      </details>
    </div>
  </div>
);
