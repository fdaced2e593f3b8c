import type { LoadingStage } from './studio-state.ts';

interface LoadingProps {
  readonly stage: LoadingStage;
  readonly onCancel: () => void;
}

export const loadingWords: Record<LoadingStage, string> = {
  fetching: 'Fetching the picture…',
  opening: 'Opening your picture…',
};

/** What is under way over the stage, and how to stop it. Its style sheet holds it back for 200 ms. */
export const Loading = ({ stage, onCancel }: LoadingProps) => (
  <div class="stage__loading">
    <p aria-live="polite">{loadingWords[stage]}</p>
    <button type="button" class="button button--over" onClick={onCancel}>
      Cancel
    </button>
  </div>
);
