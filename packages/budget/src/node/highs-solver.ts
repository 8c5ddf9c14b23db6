import { Worker } from 'node:worker_threads';
import { solverFailed } from '../errors.js';
import type { Solver, SolverResult } from '../solver.js';
import type { HighsTask } from './solve-with-highs.js';

/** Limits of the search, and the end of it. */
export interface HighsSolverOptions {
  /**
   * Seconds until a search stops with what it has; default 15. A search that this limit stops may end differently on
   * another machine; one that ends before it does not.
   */
  readonly seconds?: number;
  /** Nodes of the search tree until a search stops with what it has; default 20,000. The same on every machine. */
  readonly nodes?: number;
}

/** HiGHS in a worker thread. */
export interface HighsSolver extends Solver {
  /** Ends the worker; the solver starts another when it is used again. */
  close(): Promise<void>;
}

/** HiGHS looks at its clock too seldom in large problems: this many seconds later it is stopped from outside. */
const GRACE = 5;

/**
 * A solver of integer programs: HiGHS, compiled to WebAssembly, in a worker thread that is started at its first use and
 * does not keep the process alive. Problems are solved one after another; aborting ends the worker at once.
 */
export function highsSolver({ seconds = 15, nodes = 20_000 }: HighsSolverOptions = {}): HighsSolver {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const close = async () => {
    const running = worker;
    worker = undefined;
    await running?.terminate();
  };
  const maximise: Solver['maximise'] = (problem, { start, gap, signal }) => {
    const solved = queue.then(async () => {
      signal?.throwIfAborted();
      worker ??= startWorker();
      const task: HighsTask = { problem, start, gap, seconds, nodes };
      const answer = await answerOf(worker, { task, signal, limit: seconds + GRACE });
      if ('result' in answer) return answer.result;
      await close();
      if (answer.problem === undefined) signal?.throwIfAborted();
      else throw solverFailed(answer.problem);
      return { state: 'unknown' } as const;
    });
    queue = solved.catch(() => undefined);
    return solved;
  };
  return { maximise, close };
}

/** A result, or none: with the problem that prevented it, or because it was aborted or took too long. */
type Answer = { readonly result: SolverResult } | { readonly problem?: string };

function answerOf(
  worker: Worker,
  { task, signal, limit }: { task: HighsTask; signal?: AbortSignal; limit: number },
): Promise<Answer> {
  return new Promise((resolve) => {
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      worker.off('message', finish).off('error', fail).off('exit', fail);
      worker.unref();
      resolve(answer);
    };
    const stop = () => finish({});
    const fail = (cause: unknown) => finish({ problem: String(cause) });
    const timer = setTimeout(stop, limit * 1000);
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', finish).on('error', fail).on('exit', fail);
    worker.ref();
    worker.postMessage(task);
  });
}

/** From source the worker is TypeScript, which needs a compiler; built, it is JavaScript. */
function startWorker(): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const worker = new Worker(
    new URL(isSource ? './source-worker.mjs' : './highs-worker.js', import.meta.url),
    {
      ...(isSource && { execArgv: ['--conditions=@goldpan/source'] }),
    },
  );
  worker.unref();
  return worker;
}
