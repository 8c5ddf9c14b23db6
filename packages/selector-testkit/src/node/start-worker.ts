import { Worker } from 'node:worker_threads';
import type { DatasetColumns, RunOptions, Selection } from '@goldpan/core';

/** What a worker is asked: everything can be cloned. */
export interface WorkerTask {
  readonly specifier: string;
  /** Modules of further plugins that the selector builds on. */
  readonly plugins: readonly string[];
  readonly selector: string;
  readonly columns: DatasetColumns;
  readonly run: Pick<RunOptions, 'options' | 'seed' | 'budget'>;
}

/** What it answers: a selection, or the code (without one, the text) of the error. */
export interface WorkerAnswer {
  readonly selection?: Selection;
  readonly error?: string;
}

export interface RunningWorker {
  run(task: WorkerTask): Promise<WorkerAnswer>;
  stop(): Promise<void>;
}

/** The package runs from its TypeScript source: in its own tests. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const SOURCE_ARGUMENTS = ['--conditions=@goldpan/source'];

/** Starts a worker thread that runs selectors, one task after the other. */
export function startWorker(execArgv?: readonly string[]): RunningWorker {
  const file = new URL(FROM_SOURCE ? './source-worker.mjs' : './selector-worker.js', import.meta.url);
  const defaults = FROM_SOURCE ? SOURCE_ARGUMENTS : undefined;
  const worker = new Worker(file, { execArgv: execArgv ? [...execArgv] : defaults });
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the worker ended with exit code ${code}`)));
  });
  // Stopping it ends it too, and that is nobody's failure.
  ended.catch(() => {});
  return {
    run: (task) => {
      const answer = new Promise<WorkerAnswer>((resolve) => worker.once('message', resolve));
      worker.postMessage(task);
      return Promise.race([answer, ended]);
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
