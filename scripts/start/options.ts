import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly kind: 'avatar' | 'banner';
  readonly browser: 'chromium' | 'firefox';
  readonly headless: boolean;
  readonly once: boolean;
  /** Absent: a sample photo. */
  readonly image?: string;
  readonly jsonFile?: string;
  readonly shotsDir: string;
  readonly apiPort?: number;
  readonly keysFile?: string;
}

export type ParsedOptions =
  | { readonly ok: true; readonly options: StartOptions }
  | { readonly ok: false; readonly exitCode: 0 | 2; readonly message: string };

export const usage = `npm start -- [options]

  --once               do a whole swap by itself, print a report, exit 0 only if the picture is live
  --image FILE         the picture to swap in (default: a sample photo of 12 megapixels)
  --kind KIND          what to swap: avatar (default) or banner
  --json FILE          write the report of --once as JSON
  --shots DIR          screenshots of each step of --once (default: .output/shots)
  --browser NAME       chromium (default) or firefox
  --headless           without a window; also chosen when there is no display
  --api-port PORT      send api.x.com and api.twitter.com to your HTTPS server on 127.0.0.1:PORT
  --keys FILE          JSON with apiKey, apiKeySecret, accessToken, accessTokenSecret (default: the sandbox's)
  --no-keys            hand over to X's own editor (not yet)
`;

const spec = {
  once: { type: 'boolean' },
  image: { type: 'string' },
  kind: { type: 'string', default: 'avatar' },
  json: { type: 'string' },
  shots: { type: 'string', default: '.output/shots' },
  browser: { type: 'string', default: 'chromium' },
  headless: { type: 'boolean' },
  'api-port': { type: 'string' },
  keys: { type: 'string' },
  'no-keys': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const hasDisplay = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean =>
  platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: spec }).values;

/** Why these values cannot be used, or null. */
const problemWith = (values: ReturnType<typeof parse>): string | null => {
  const { kind, browser, image, keys, 'api-port': port } = values;
  if (values['no-keys']) return '--no-keys is not there yet: this version swaps with keys only.';
  if (kind !== 'avatar' && kind !== 'banner') return `--kind is avatar or banner, not "${kind}".`;
  if (browser !== 'chromium' && browser !== 'firefox') {
    return `--browser is chromium or firefox, not "${browser}".`;
  }
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) > 0 && Number(port) < 65_536)) {
    return `--api-port is a port number, not "${port}".`;
  }
  for (const file of [image, keys]) {
    if (file !== undefined && !existsSync(file)) return `There is no file ${file}.`;
  }
  return null;
};

/** Reads the command line of `npm start`. A message means: print it and exit with that code. */
export const parseStartOptions = (
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): ParsedOptions => {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    return { ok: false, exitCode: 2, message: `${reason}.\n\n${usage}` };
  }
  if (values.help) return { ok: false, exitCode: 0, message: usage };
  const problem = problemWith(values);
  if (problem !== null) return { ok: false, exitCode: 2, message: problem };
  const { image, json, keys, 'api-port': apiPort } = values;
  return {
    ok: true,
    options: {
      kind: values.kind === 'banner' ? 'banner' : 'avatar',
      browser: values.browser === 'firefox' ? 'firefox' : 'chromium',
      headless: values.headless === true || !hasDisplay(env, platform),
      once: values.once === true,
      shotsDir: values.shots,
      ...(image !== undefined && { image }),
      ...(json !== undefined && { jsonFile: json }),
      ...(keys !== undefined && { keysFile: keys }),
      ...(apiPort !== undefined && { apiPort: Number(apiPort) }),
    },
  };
};
