import { spawn } from 'node:child_process';

export interface CommandResult {
  /** Null when it could not be started or was stopped. */
  readonly code: number | null;
  readonly output: string;
  readonly timedOut: boolean;
}

interface CommandOptions {
  readonly timeoutMs?: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Called with every piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
}

/** Runs a command without a shell and keeps what it prints. Never rejects. */
export const runCommand = (
  command: string,
  args: readonly string[],
  { timeoutMs, env = process.env, cwd, onOutput }: CommandOptions = {},
): Promise<CommandResult> =>
  new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    const take = (part: Buffer): void => {
      output += part.toString('utf8');
      onOutput?.(part.toString('utf8'));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: null, output: `${output}${error.message}`, timedOut });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output, timedOut });
    });
  });
