// `npm start` and `npm test` begin here, on whatever Node 18 or later is there and before any package is:
// it installs the locked packages where they are missing or stale, then hands over to Node 24 from among them.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.facelift-installed');
const onWindows = process.platform === 'win32';
const ownNode = join(modules, 'node', 'bin', onWindows ? 'node.exe' : 'node');
const oldestNode = 18;
const installTimeoutMs = 15 * 60_000;

const stop = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const jsonOf = (file) => {
  try {
    return JSON.parse(textOf(file));
  } catch {
    return {};
  }
};

/** What an install must match. The platform counts: a folder copied to another machine is of no use there. */
const wantedStamp = () => {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
    hash.update(`${name}\n${textOf(join(root, name))}\n`);
  }
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
};

/** True when somebody ran npm by hand and what it noted down agrees with the lock file. */
const installedByHand = () => {
  const wanted = Object.entries(jsonOf(join(root, 'package-lock.json')).packages ?? {});
  const found = jsonOf(join(modules, '.package-lock.json')).packages ?? {};
  return (
    wanted.length > 0 &&
    wanted.every(([place, { version, optional }]) => {
      if (place === '') return true;
      return found[place] ? found[place].version === version : optional === true;
    })
  );
};

/** npm as it was called, or the one on the path. Its output is kept back unless it fails. */
const npm = (...args) => {
  const cli = process.env.npm_execpath;
  const ownCli = cli?.endsWith('.js') && existsSync(cli);
  const command = ownCli ? process.execPath : onWindows ? 'npm.cmd' : 'npm';
  return spawnSync(command, ownCli ? [cli, ...args] : args, {
    cwd: root,
    encoding: 'utf8',
    shell: onWindows && !ownCli,
    timeout: installTimeoutMs,
    maxBuffer: 64 * 1024 * 1024,
  });
};

const installPackages = () => {
  // Without the stamp an interrupted install counts as none.
  rmSync(stampFile, { force: true });
  process.stderr.write('Installing the locked packages (once, about a minute) …\n');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts=false'];
  const done = npm('ci', ...quiet);
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}\n`);
  const why = done.error?.code === 'ENOENT' ? 'npm was not found' : '`npm ci` failed, see above';
  stop(`The packages could not be installed: ${why}.`);
};

const works = (node) => spawnSync(node, ['--version'], { encoding: 'utf8' }).status === 0;

const isNewEnough = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
};

/** npm may have skipped the script that fetches Node's binary; it can be run by hand. */
const fetchOwnNode = () => {
  const installer = join(modules, 'node', 'installArchSpecificPackage.js');
  if (!existsSync(installer)) return;
  process.stderr.write('Fetching Node 24 …\n');
  spawnSync(process.execPath, [installer], { cwd: dirname(installer), timeout: installTimeoutMs });
};

/** The Node that runs everything else; only looked into after an install. */
const checkNode = () => {
  if (existsSync(ownNode) && works(ownNode)) return;
  if (isNewEnough()) return rmSync(ownNode, { force: true });
  fetchOwnNode();
  if (existsSync(ownNode) && works(ownNode)) return;
  stop(
    'Please install Node 22.12 or later: the one that comes with the packages does not run here.',
  );
};

const setUp = () => {
  const wanted = wantedStamp();
  if (textOf(stampFile) === wanted) return;
  if (!installedByHand()) installPackages();
  checkNode();
  writeFileSync(stampFile, wanted);
};

const handOver = (script, args) => {
  const node = existsSync(ownNode) ? ownNode : process.execPath;
  // Node before 22.18 runs TypeScript only when asked to.
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const child = spawn(node, [...flags, join(root, 'scripts', `${script}.ts`), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to the whole group; other senders reach only this process.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
};

const [script, ...args] = process.argv.slice(2);
if (Number.parseInt(process.versions.node, 10) < oldestNode)
  stop('Please install Node 18 or later.');
if (!['start', 'test', 'bench'].includes(script)) {
  stop('Use `npm start`, `npm test` or `npm run bench`.');
}
setUp();
handOver(script, args);
