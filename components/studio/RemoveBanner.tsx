import type { StudioPorts } from '../studio-ports.ts';
import { AskFirst } from '../shared/AskFirst.tsx';
import { beginSwap } from './begin-swap.ts';
import { chosenAccounts, type StudioEvent, type StudioState } from './studio-state.ts';

interface RemoveBannerProps {
  readonly state: StudioState;
  readonly removeBanner: StudioPorts['removeBanner'];
  readonly dispatch: (event: StudioEvent) => void;
}

const whose = (handles: readonly string[]): string => {
  const [first = '', ...rest] = handles;
  if (rest.length === 0) return `@${first}`;
  return `@${first} and ${rest.length} more`;
};

/** Takes the banner away altogether, after a question. Only there where somebody has one. */
export const RemoveBanner = ({ state, removeBanner, dispatch }: RemoveBannerProps) => {
  const accounts = chosenAccounts(state).filter(({ bannerUrl }) => bannerUrl !== '');
  if (state.kind !== 'banner' || accounts.length === 0) return null;
  const remove = () => beginSwap(dispatch, () => removeBanner(accounts.map(({ id }) => id)));
  return (
    <div class="action__remove">
      <AskFirst
        label="Remove banner"
        question={`The profile of ${whose(accounts.map(({ handle }) => handle))} will have no banner. The one that is up now is saved first.`}
        yes="Remove"
        quiet
        onYes={() => void remove()}
      />
    </div>
  );
};
