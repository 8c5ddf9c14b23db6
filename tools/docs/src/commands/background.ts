import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A command that goes on until it is ended. */
export interface Background {
  /** What it wrote, where it ended by itself; undefined once it has said that it is ready. */
  readonly problem?: string;
  end(): void;
}

/** Starts a command line that never ends, and waits until it says that it is ready. */
export async function startInBackground(
  line: string,
  { folder, ready, env }: { folder: string; ready: RegExp; env: NodeJS.ProcessEnv },
): Promise<Background> {
  // A group of its own, so that what the shell starts ends with it.
  const shell = spawn(line, { cwd: folder, shell: true, detached: true, env });
  let text = '';
  const isReady = new Promise<boolean>((resolve) => {
    shell.stderr.on('data', (part) => {
      text += part;
      if (ready.test(text)) resolve(true);
    });
  });
  const ended = once(shell, 'exit').then(() => false);
  const started = await Promise.race([isReady, ended]);
  return {
    ...(!started && { problem: text.trim() }),
    end() {
      if (shell.exitCode === null) process.kill(-shell.pid!, 'SIGKILL');
    },
  };
}
