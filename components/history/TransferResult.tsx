import type { ImportReport } from '../../utils/domain/history-archive.ts';
import { importProblemText, refusedText } from '../../utils/domain/history-texts.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import type { TransferProblem } from './use-transfer.ts';

interface TransferResultProps {
  readonly problem: TransferProblem | null;
  readonly refused: ImportReport['refused'];
  readonly onClose: () => void;
}

/** More than these are only counted. */
const mostNamed = 8;

const exportFailed = {
  text: 'The pictures could not be put into a file.',
  next: 'Make room on the disk, then export again.',
};

/** What an import left out, each with the reason. */
const Refused = ({ refused }: { readonly refused: ImportReport['refused'] }) => (
  <details class="history__refused">
    <summary>What was not taken</summary>
    <ul>
      {refused.slice(0, mostNamed).map(({ file, why }, index) => (
        <li key={index}>
          {file === '' ? 'A picture' : file}: {refusedText(why)}
        </li>
      ))}
      {refused.length > mostNamed && <li>and {refused.length - mostNamed} more</li>}
    </ul>
  </details>
);

/** How an export or import went, where there is more to say than that it did. */
export const TransferResult = ({ problem, refused, onClose }: TransferResultProps) => {
  if (problem) {
    const words = problem.kind === 'export' ? exportFailed : importProblemText(problem.problem);
    return <ErrorNotice words={words} onClose={onClose} />;
  }
  return refused.length > 0 ? <Refused refused={refused} /> : null;
};
