import { parseArgs } from 'node:util';

/** The browsers a run can measure in. */
export type BrowserName = 'chromium' | 'firefox';

/** What the command was asked to do. */
export interface BenchOptions {
  readonly jsonFile: string | null;
  readonly browsers: readonly BrowserName[];
  /** Run the pipeline over a folder instead of measuring. */
  readonly folder: { readonly imagesDir: string; readonly outDir: string } | null;
  readonly quick: boolean;
  readonly writeDocs: boolean;
  /** Report on an earlier run's measurements instead of measuring. */
  readonly fromFile: string | null;
}

export type ParsedOptions =
  | { readonly ok: true; readonly options: BenchOptions }
  | { readonly ok: false; readonly exitCode: 0 | 2; readonly message: string };

const help = `npm run bench -- [options]

Measures how sharp, fast and frugal pictures are made, beside other ways to make them.

  --json FILE         measurements (or, with --images, one record a picture) as JSON
  --browser NAME      chromium, firefox or both (default both)
  --quick             fewer repeats
  --docs              write docs/quality.md and docs/quality/crops.png
  --from FILE         no measuring: report on what --json wrote in an earlier run
  --images DIR        run the pipeline over every file below DIR, in Chromium
  --out DIR           where --images puts NAME.avatar.png|jpg and NAME.banner.png|jpg
  --help`;

const schema = {
  json: { type: 'string' },
  browser: { type: 'string', default: 'both' },
  quick: { type: 'boolean', default: false },
  docs: { type: 'boolean', default: false },
  from: { type: 'string' },
  images: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const browserChoices: Readonly<Record<string, readonly BrowserName[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox'],
  both: ['chromium', 'firefox'],
};

const wrong = (message: string): ParsedOptions => ({ ok: false, exitCode: 2, message });

/** Reads the command line. Never throws: what is wrong comes back as one sentence. */
export const parseBenchOptions = (args: readonly string[]): ParsedOptions => {
  try {
    const { values } = parseArgs({ args: [...args], options: schema, strict: true });
    if (values.help) return { ok: false, exitCode: 0, message: help };
    const browsers = browserChoices[values.browser];
    if (!browsers) return wrong('--browser takes chromium, firefox or both.');
    const { images, out } = values;
    if ((images === undefined) !== (out === undefined))
      return wrong('--images and --out go together.');
    const folder = images && out ? { imagesDir: images, outDir: out } : null;
    return {
      ok: true,
      options: {
        jsonFile: values.json ?? null,
        browsers,
        folder,
        quick: values.quick,
        writeDocs: values.docs,
        fromFile: values.from ?? null,
      },
    };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
};
