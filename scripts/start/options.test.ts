import { expect, test } from 'vitest';
import { parseStartOptions } from './options.ts';

const withScreen = { DISPLAY: ':0' };
const parse = (args: string, env: NodeJS.ProcessEnv = withScreen) =>
  parseStartOptions(args.split(' ').filter(Boolean), env, 'linux');

test('nothing given: a window, Chromium, an avatar', () => {
  expect(parse('')).toEqual({
    ok: true,
    options: {
      kind: 'avatar',
      browser: 'chromium',
      headless: false,
      once: false,
      shotsDir: '.output/shots',
    },
  });
});

test('without a display there is no window', () => {
  expect(parse('', {})).toMatchObject({ options: { headless: true } });
  expect(parseStartOptions([], {}, 'darwin')).toMatchObject({ options: { headless: false } });
});

test('everything given', () => {
  const args = `--once --image ${import.meta.filename} --json r.json --shots s --browser firefox --headless`;
  expect(
    parse(`${args} --api-port 8444 --keys ${import.meta.filename} --kind banner`),
  ).toMatchObject({
    options: {
      kind: 'banner',
      once: true,
      browser: 'firefox',
      headless: true,
      jsonFile: 'r.json',
      shotsDir: 's',
      apiPort: 8444,
      image: import.meta.filename,
      keysFile: import.meta.filename,
    },
  });
});

test.for([
  ['--unknown', /unknown[\s\S]*npm start/i],
  ['stray', /stray[\s\S]*npm start/i],
  ['--no-keys', /not there yet/],
  ['--kind mask', /mask/],
  ['--browser safari', /safari/],
  ['--api-port 0', /port/],
  ['--api-port 70000', /port/],
  ['--image /no/such/file.jpg', /no file/],
] as const)('%s is refused with a reason', ([args, reason]) => {
  const parsed = parse(args);
  expect(parsed).toMatchObject({ ok: false, exitCode: 2 });
  expect(parsed.ok ? '' : parsed.message).toMatch(reason);
});

test('--help is no mistake', () => {
  expect(parse('--help')).toMatchObject({ ok: false, exitCode: 0 });
});
