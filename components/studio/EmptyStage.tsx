import type { ComponentChildren } from 'preact';
import { loadingWords } from './Loading.tsx';
import type { LoadingStage } from './studio-state.ts';

interface EmptyStageProps {
  readonly loading: LoadingStage | null;
  readonly onCancel: () => void;
  /** The buttons, and what was brought already. */
  readonly children: ComponentChildren;
}

const pasteKeys = (): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘V' : 'Ctrl+V');

/** Before there is a picture: how to bring one. */
export const EmptyStage = ({ loading, onCancel, children }: EmptyStageProps) => (
  <div class="empty-stage" data-loading={loading !== null}>
    <svg class="empty-stage__art" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <path d="M6 26V6h20M94 6h20v20M114 94v20H94M26 114H6V94" />
      <circle cx="60" cy="60" r="44" />
      <path class="empty-stage__lift" d="M60 76V46M47 58l13-13 13 13" />
    </svg>
    <p class="empty-stage__title">{loading ? loadingWords[loading] : 'Drop a picture anywhere'}</p>
    <p class="empty-stage__hint">
      {loading ? (
        <button type="button" class="button button--small" onClick={onCancel}>
          Cancel
        </button>
      ) : (
        <>
          or paste it with <kbd>{pasteKeys()}</kbd>
        </>
      )}
    </p>
    {children}
    <p class="empty-stage__formats">JPEG, PNG, WebP, AVIF, GIF or SVG, as large as they come</p>
  </div>
);
