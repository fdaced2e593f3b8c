import { useId } from 'preact/hooks';
import type { AddWay } from './use-add-account.ts';

interface WayChoiceProps {
  readonly way: AddWay;
  readonly disabled: boolean;
  readonly onWay: (way: AddWay) => void;
}

const ways: Readonly<Record<AddWay, readonly [name: string, hint: string]>> = {
  keys: [
    'Paste keys',
    'For your own account: its four keys, all at once into any field or one by one.',
  ],
  pin: [
    'With a PIN',
    'For any account you can sign in to: your app’s two keys, and a PIN from the sign-in page.',
  ],
  window: [
    'Sign-in window',
    'As with a PIN, but the window brings the answer back. Your app must know the callback address.',
  ],
};

/** Which of the three ways is shown; what each is for stands below. */
export const WayChoice = ({ way, disabled, onWay }: WayChoiceProps) => {
  const group = useId();
  return (
    <>
      <div class="ways" role="radiogroup" aria-label="How to add it" aria-describedby="way-hint">
        {(Object.keys(ways) as AddWay[]).map((one) => (
          <label key={one} class="ways__way">
            <input
              class="visually-hidden"
              type="radio"
              name={group}
              checked={one === way}
              disabled={disabled}
              onChange={() => onWay(one)}
            />
            <span>{ways[one][0]}</span>
          </label>
        ))}
      </div>
      <p class="add__hint" id="way-hint">
        {ways[way][1]}
      </p>
    </>
  );
};
