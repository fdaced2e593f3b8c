import { type BrowserResults, median, type StageRuns } from '../measure/results.ts';
import type { Stages } from '../page/page-api.ts';
import { checkBars } from './bars.ts';
import { drawnTable, ownTable, photoTable } from './likeness-tables.ts';
import { shown, table } from './markdown.ts';
import { medianMs, type Row, type SizeClass, summarise } from './summary.ts';

const speed = (results: BrowserResults, rows: readonly Row[]): string => {
  const cell = (row: Row, size: SizeClass): string => {
    const own = row.ms[size];
    const decode = medianMs(results, 'decode-only', size, 'avatar');
    const theirs = medianMs(results, 'browser-image-compression', size, 'avatar');
    if (own === null || !decode || !theirs) return '–';
    return `${own.toFixed(0)} ms = ${(own / decode).toFixed(2)} × decode = ${(own / theirs).toFixed(2)} × BIC`;
  };
  const memory = (bytes: number | null) =>
    bytes === null ? 'n/a' : `${(bytes / 2 ** 20).toFixed(0)}`;
  return table(
    ['', 'avatar from 12 MP', 'avatar from 48 MP', 'longest pause ms', 'memory MiB at 12, 48 MP'],
    rows.map((row) => [
      row.candidate,
      cell(row, '12 MP'),
      cell(row, '48 MP'),
      shown(row.blockMs, 0),
      `${memory(row.memoryBytes['12 MP'])}, ${memory(row.memoryBytes['48 MP'])}`,
    ]),
  );
};

const banners = (results: BrowserResults, rows: readonly Row[]): string =>
  table(
    ['', 'banner from 12 MP, ms', 'banner from 48 MP, ms'],
    rows.map(({ candidate }) => [
      candidate,
      shown(medianMs(results, candidate, '12 MP', 'banner'), 0),
      shown(medianMs(results, candidate, '48 MP', 'banner'), 0),
    ]),
  );

const steps = [
  'workerStartMs',
  'decodeMs',
  'previewMs',
  'readBackMs',
  'resampleMs',
  'encodeMs',
] as const;

const stages = (all: readonly StageRuns[]): string => {
  const typical = (runs: readonly Stages[], step: keyof Stages) =>
    median(runs.map((run) => run[step]));
  return table(
    ['', 'worker start', 'decode', 'preview', 'read back', 'resample', 'encode'],
    all.map(({ sizeClass, kind, runs }) => [
      `${kind} from ${sizeClass}`,
      ...steps.map((step) => shown(typical(runs, step), 0)),
    ]),
  );
};

const verdicts = { true: 'met', false: '**missed**', null: 'n/a' } as const;

const bars = (results: BrowserResults): string =>
  [
    '| Bar | wanted | measured | |',
    '| --- | --- | --- | --- |',
    ...checkBars(results).map(
      ({ what, wanted, measured, isMet }) =>
        `| ${what} | ${wanted} | ${measured} | ${verdicts[`${isMet}`]} |`,
    ),
  ].join('\n');

/** Everything about one browser as Markdown. */
export const browserSection = (results: BrowserResults): string => {
  const rows = summarise(results);
  const makers = rows.filter(({ candidate }) => candidate !== 'decode-only');
  const { before, after } = results.load;
  const name = results.browser === 'chromium' ? 'Chromium' : 'Firefox';
  return [
    `## ${name} (${results.version})`,
    bars(results),
    '### Likeness to the reference',
    'Photos, mean PSNR in dB / SSIM, before encoding and as sent:',
    photoTable(makers),
    'Drawn pictures as sent, PSNR in dB / SSIM:',
    drawnTable(makers),
    'Ours, picture by picture, PSNR in dB:',
    ownTable(results),
    '### Time, pauses, memory',
    `Load average while timing: ${before.toFixed(1)} at the start, ${after.toFixed(1)} at the end.`,
    speed(results, rows),
    banners(results, rows),
    '### Where our time goes, in ms',
    stages(results.stages),
  ].join('\n\n');
};
