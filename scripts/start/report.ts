import type { PictureFile } from './measure-picture.ts';

/** What `--once` found out; `--json` writes it as it is. */
export interface Report {
  ok: boolean;
  kind: 'avatar' | 'banner';
  browser: 'chromium' | 'firefox';
  /** The file that was chosen. */
  source: PictureFile | null;
  /** The file that was sent, measured on the bytes that went over the wire. */
  prepared: PictureFile | null;
  /** Every call to X's API, in order. Status 0: cut before an answer. */
  calls: { method: string; path: string; status: number; ms: number }[];
  /** Address of the new picture as X's user object names it. */
  live: { url: string } | null;
  /**
   * prepare: from choosing the file until it can be sent. upload: the call itself. confirm: from X's answer to
   * the upload until the studio says Live. total: from choosing the file until the profile page shows it.
   */
  ms: { prepare: number; upload: number; confirm: number; total: number };
  shots: string[];
  error?: string;
}

export const emptyReport = (browser: Report['browser'], kind: Report['kind']): Report => ({
  ok: false,
  kind,
  browser,
  source: null,
  prepared: null,
  calls: [],
  live: null,
  ms: { prepare: 0, upload: 0, confirm: 0, total: 0 },
  shots: [],
});

const size = (file: PictureFile | null): string =>
  file
    ? `${file.widthPx}x${file.heightPx} ${file.mime}, ${file.bytes.toLocaleString('en')} bytes`
    : 'nothing';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** The report for a person to read, without the last line break. */
export const reportText = (report: Report): string => {
  const { ms, calls, live, shots, error } = report;
  const callLines = calls.map(
    (call) =>
      `  ${String(call.status || 'cut').padEnd(4)}${call.method.padEnd(5)}${call.path}  ${call.ms} ms`,
  );
  return [
    `${report.kind === 'avatar' ? 'Avatar' : 'Banner'} swap in ${report.browser === 'firefox' ? 'Firefox' : 'Chromium'}`,
    `  chosen   ${size(report.source)}`,
    `  sent     ${size(report.prepared)}`,
    `  live     ${live?.url ?? 'no'}`,
    `  time     ${seconds(ms.total)}: preparing ${seconds(ms.prepare)}, upload ${seconds(ms.upload)}, until confirmed ${seconds(ms.confirm)}`,
    'Calls to X',
    ...(callLines.length > 0 ? callLines : ['  none']),
    ...(shots.length > 0 ? ['Screenshots', ...shots.map((file) => `  ${file}`)] : []),
    report.ok ? 'Done: the new picture is live.' : `Failed: ${error ?? 'the picture is not live.'}`,
  ].join('\n');
};
