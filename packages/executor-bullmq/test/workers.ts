import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('./fixtures/worker-process.mjs', import.meta.url));

/** A worker in a process of its own. */
export class WorkerProcess {
  readonly process: ChildProcess;
  notes = '';

  constructor(url: string, plugins: readonly string[], threads: number, env: Record<string, string> = {}) {
    const flags = [file, url, String(threads), ...plugins];
    this.process = spawn(process.execPath, flags, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    for (const stream of [this.process.stdout!, this.process.stderr!])
      stream.on('data', (text) => void (this.notes += text));
  }

  /** Waits until it has told something. */
  async said(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.notes)) {
      if (this.process.exitCode !== null) throw new Error(`the worker ended: ${this.notes}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill(signal);
    await ended;
  }
}

/** Starts workers and waits until they listen. */
export async function startWorkers(
  url: string,
  { plugins, count = 3, threads = 1 }: { plugins: readonly string[]; count?: number; threads?: number },
): Promise<WorkerProcess[]> {
  const workers = Array.from({ length: count }, () => new WorkerProcess(url, plugins, threads));
  await Promise.all(workers.map((worker) => worker.said(/listens to/)));
  return workers;
}
