import { autoLockChoices } from '../../utils/domain/settings.ts';

interface AutoLockProps {
  readonly minutes: number;
  readonly onMinutes: (minutes: number) => Promise<void>;
}

const inWords = (minutes: number): string => {
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
};

/** After how long without use keys are locked. */
export const AutoLock = ({ minutes, onMinutes }: AutoLockProps) => (
  <p class="security__auto">
    <label htmlFor="auto-lock">Lock by itself after</label>
    <select
      id="auto-lock"
      class="select"
      value={minutes}
      onChange={(event) => void onMinutes(Number(event.currentTarget.value))}
    >
      {autoLockChoices.map((choice) => (
        <option key={choice} value={choice}>
          {inWords(choice)}
        </option>
      ))}
    </select>
    <span>without use</span>
  </p>
);
