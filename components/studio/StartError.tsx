import { type StartProblem, startProblemText } from '../../utils/domain/start-problem.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';

interface StartErrorProps {
  readonly problem: StartProblem;
  /** Whether it was begun for other accounts. */
  readonly isPart?: boolean;
}

const forSome = {
  text: 'The swap could not be started on every account.',
  next: 'When these are done, choose the ones that are missing and swap once more.',
} as const;

/** The background did not take a swap. */
export const StartError = ({ problem, isPart = false }: StartErrorProps) => (
  <ErrorNotice
    words={isPart ? forSome : startProblemText(problem)}
    details={[{ label: 'Kind', value: problem.message || problem.kind }]}
  />
);
