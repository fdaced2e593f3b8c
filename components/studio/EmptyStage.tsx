import { ChooseImage } from './ChooseImage.tsx';

interface EmptyStageProps {
  readonly loading: boolean;
  readonly onFile: (file: File) => void;
}

const pasteKeys = (): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘V' : 'Ctrl+V');

/** Before there is a picture: how to bring one. */
export const EmptyStage = ({ loading, onFile }: EmptyStageProps) => (
  <div class="empty-stage" data-loading={loading}>
    <svg class="empty-stage__art" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <path d="M6 26V6h20M94 6h20v20M114 94v20H94M26 114H6V94" />
      <circle cx="60" cy="60" r="44" />
      <path class="empty-stage__lift" d="M60 76V46M47 58l13-13 13 13" />
    </svg>
    <p class="empty-stage__title">
      {loading ? 'Opening your picture…' : 'Drop a picture anywhere'}
    </p>
    <p class="empty-stage__hint">
      or paste it with <kbd>{pasteKeys()}</kbd>
    </p>
    <ChooseImage look="primary" onFile={onFile} />
    <p class="empty-stage__formats">JPEG, PNG, WebP, AVIF or GIF, straight from your camera</p>
  </div>
);
