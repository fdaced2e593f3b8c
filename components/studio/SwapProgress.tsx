import { swapStages, type SwapStage } from './job-view.ts';

interface SwapProgressProps {
  readonly stage: SwapStage;
}

/** How far each step counts, in percent: X does not say more than which step it is. */
const reached: Record<SwapStage, number> = { Uploading: 15, 'X is processing': 50, Checking: 85 };

/** A bar of three steps; the running one glides. */
export const SwapProgress = ({ stage }: SwapProgressProps) => {
  const current = swapStages.indexOf(stage);
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label="Swapping your avatar"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={reached[stage]}
      aria-valuetext={stage}
    >
      {swapStages.map((name, index) => (
        <span
          key={name}
          class="progress__step"
          data-step={index < current ? 'done' : index === current ? 'running' : 'ahead'}
        >
          <span class="progress__bar" />
          <span class="progress__name">{name}</span>
        </span>
      ))}
    </div>
  );
};
