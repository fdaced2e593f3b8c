import { AsIs } from './AsIs.tsx';
import { AlteredNotice } from './AlteredNotice.tsx';
import { StartError } from './StartError.tsx';
import { chosenAccounts, type StudioState } from './studio-state.ts';
import type { AsItIs } from './use-from-history.ts';

interface SwapActionProps {
  readonly state: StudioState;
  /** True once the person wants a picture sent although the browser alters it. */
  readonly acceptsAltered: boolean;
  readonly onAcceptAltered: () => void;
  /** A picture of the history that can be sent as it is. */
  readonly asItIs: AsItIs | null;
  readonly onSwap: () => void;
  readonly onOpenOptions: () => void;
}

/** Why the button cannot be pressed yet, or null when it can. */
const reasonAgainst = (state: StudioState, isHeld: boolean): string | null => {
  if (!state.framing) return 'Choose a picture first.';
  if (state.accounts?.length === 0) return 'Add an account to send it to.';
  if (isHeld) return 'This browser would alter your picture.';
  if (state.prepareError) return 'This frame could not be made into a file.';
  if (state.accounts === null || state.prepared === null) return 'Getting ready…';
  return null;
};

/** The one action of the studio, or the step that must come before it. */
export const SwapAction = (props: SwapActionProps) => {
  const { state, onSwap, onOpenOptions } = props;
  const isHeld = state.framing?.picture.facts.readBack === 'altered' && !props.acceptsAltered;
  const reason = reasonAgainst(state, isHeld);
  const noAccount = state.accounts?.length === 0;
  const count = chosenAccounts(state).length;
  return (
    <div class="action">
      {isHeld && <AlteredNotice onAccept={props.onAcceptAltered} />}
      {state.startError && <StartError problem={state.startError} />}
      <div class="action__buttons">
        {noAccount && (
          <button
            type="button"
            class="button button--primary button--large"
            onClick={onOpenOptions}
          >
            Add your X account
          </button>
        )}
        <button
          type="button"
          class={noAccount ? 'button button--large' : 'button button--primary button--large'}
          disabled={reason !== null}
          aria-describedby={reason ? 'swap-reason' : count > 1 ? 'swap-count' : undefined}
          onClick={onSwap}
        >
          Swap {state.kind}
        </button>
        {props.asItIs && <AsIs entry={props.asItIs.entry} onUse={props.asItIs.onUse} />}
        {count > 1 && (
          <span class="action__count" id="swap-count">
            on {count} accounts
          </span>
        )}
      </div>
      <p class="action__reason" id="swap-reason">
        {reason}
      </p>
    </div>
  );
};
