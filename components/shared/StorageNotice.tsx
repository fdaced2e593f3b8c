import type { ComponentChildren } from 'preact';
import { type StorageProblem, storageProblemText } from '../../utils/domain/storage-problem.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

interface StorageNoticeProps {
  readonly problem: StorageProblem;
  readonly children?: ComponentChildren;
}

const messageOf = (problem: StorageProblem): string =>
  'message' in problem && problem.message !== '' ? problem.message : problem.kind;

/** Why nothing can be read or stored. */
export const StorageNotice = ({ problem, children }: StorageNoticeProps) => (
  <ErrorNotice
    words={storageProblemText(problem)}
    details={[
      { label: 'Kind', value: problem.kind },
      { label: 'Message', value: messageOf(problem) },
    ]}
  >
    {children}
  </ErrorNotice>
);
