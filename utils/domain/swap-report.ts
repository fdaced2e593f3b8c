import { errorDetails, swapFailureText } from './error-texts.ts';
import type { SwapJob } from './swap-job.ts';

/** What else stands in a report. */
export interface ReportContext {
  /** Of this extension, such as `0.1.0`. */
  readonly version: string;
  /** The browser's own name for itself. */
  readonly userAgent: string;
  /** A Unix time in ms as text. */
  readonly timeText: (atMs: number) => string;
}

/**
 * What happened to a swap, as text to be sent to whoever can help. Made of the job alone: no key, no
 * signature, no address of a picture and no name of a file can be in it.
 */
export const swapReport = (
  job: SwapJob,
  { version, userAgent, timeText }: ReportContext,
): string => {
  const failure = job.failure ?? job.wait;
  const lines: readonly (readonly [label: string, value: string | number])[] = [
    ['Facelift', version],
    ['Browser', userAgent],
    ['Swap', `${job.kind} of @${job.handle}`],
    ['State', job.state],
    ['Begun', timeText(job.createdAtMs)],
    ['Last change', timeText(job.updatedAtMs)],
    ['Accepted by X', job.acceptedAtMs === null ? '–' : timeText(job.acceptedAtMs)],
    ['Uploads begun', job.attempts],
    ['Tries in a row', job.tries],
    ['Looks', job.looks],
    ...(job.clockSkewMs === null ? [] : [['Clock off by, ms', job.clockSkewMs] as const]),
    ...(failure === null
      ? []
      : [
          ['What happened', swapFailureText(failure).text] as const,
          ...errorDetails(failure).map(({ label, value }) => [label, value] as const),
        ]),
  ];
  return lines.map(([label, value]) => `${label}: ${value}`).join('\n');
};
