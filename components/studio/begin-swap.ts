import type { Result } from '../../utils/domain/result.ts';
import type { StartProblem } from '../../utils/domain/start-problem.ts';
import type { StudioEvent } from './studio-state.ts';

/** Hands something over to be done on X, and tells the studio of its job, or why there is none. */
export const beginSwap = async (
  dispatch: (event: StudioEvent) => void,
  begin: () => Promise<Result<string, StartProblem>>,
): Promise<void> => {
  dispatch({ type: 'swapStarting' });
  const begun = await begin();
  dispatch(
    begun.ok
      ? { type: 'swapStarted', jobId: begun.value }
      : { type: 'swapNotStarted', problem: begun.error },
  );
};
