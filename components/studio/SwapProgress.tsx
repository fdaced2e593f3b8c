import { useServer } from '../shared/server-context.ts';
import { swapStages, type SwapStage } from './job-view.ts';

interface SwapProgressProps {
  readonly stage: SwapStage;
  /** What it measures, as a person hears it. */
  readonly label: string;
  /** Names the running step only: there is room for no more. */
  readonly isShort?: boolean;
}

/** How far each step counts, in percent: X does not say more than which step it is. */
const reached: Record<SwapStage, number> = { Uploading: 15, 'X is processing': 50, Checking: 85 };

/** A bar of three steps; the running one glides. */
export const SwapProgress = (props: SwapProgressProps) => {
  const { stage, label, isShort = false } = props;
  const { say } = useServer();
  const current = swapStages.indexOf(stage);
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={reached[stage]}
      aria-valuetext={say(stage)}
      title={say(stage)}
      data-short={isShort}
    >
      {swapStages.map((name, index) => (
        <span
          key={name}
          class="progress__step"
          data-step={index < current ? 'done' : index === current ? 'running' : 'ahead'}
        >
          <span class="progress__bar" />
          {!isShort && <span class="progress__name">{say(name)}</span>}
        </span>
      ))}
    </div>
  );
};
