import { Worker } from 'node:worker_threads';

/** What went wrong with an input. */
export interface Failure {
  /** An error outside the catalogues, a time above the limit, or a rejected promise that nobody awaits. */
  readonly kind: 'crash' | 'hang' | 'rejection';
  readonly number: number;
  readonly text: string;
}

/** The inputs that are tried: those of a seed from one number up to another, which is left out. */
export interface Hunt {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** Where an input lies while it is tried. */
  readonly folder: string;
  /** The most an input may take, in milliseconds. */
  readonly limit: number;
  readonly onFailure: (failure: Failure) => void;
  /** Called now and then with the number of the input that is tried next. */
  readonly onProgress?: (number: number) => void;
  /** What is run in the thread; tests bring their own. */
  readonly worker?: URL;
}

/** What a thread is given. */
export interface WorkerTask extends Pick<Hunt, 'seed' | 'from' | 'to' | 'folder'> {
  /** The number of the input that it tries, for who watches it. */
  readonly current: Int32Array;
}

const WORKER = new URL('./worker-entry.mjs', import.meta.url);

/** Inputs that one thread tries; a new one has a new heap and new caches. */
const THREAD = 2_000;

/** Tries inputs in a thread; one that hangs or dies is reported, and another thread goes on behind it. */
export async function hunt(task: Hunt): Promise<void> {
  for (let from = task.from; from < task.to;) {
    from = await watch({ ...task, from, to: Math.min(task.to, from + THREAD) });
    task.onProgress?.(from);
  }
}

/** Runs a thread to its end. @returns the number of the input after the last one that was tried */
function watch(task: Hunt): Promise<number> {
  const { seed, from, to, folder, limit, onFailure } = task;
  const current = new Int32Array(new SharedArrayBuffer(4)).fill(from);
  const workerData: WorkerTask = { seed, from, to, folder, current };
  const worker = new Worker(task.worker ?? WORKER, { workerData });
  return new Promise((resolve) => {
    const watchdog = watchOver(current, limit, () => fail('hang', `it takes more than ${limit / 1000} s`));
    const end = (next: number) => {
      watchdog.stop();
      worker.removeAllListeners();
      void worker.terminate().then(() => resolve(next));
    };
    const fail = (kind: Failure['kind'], text: string) => {
      onFailure({ kind, number: current[0], text });
      end(current[0] + 1);
    };
    worker.on('message', (message: Failure | 'done' | 'ready') => {
      if (message === 'ready') watchdog.start();
      else if (message === 'done') end(to);
      else onFailure(message);
    });
    worker.on('error', (error) => fail('crash', error.stack ?? error.message));
    worker.on('exit', (code) => fail('crash', `the thread ended with ${code}`));
  });
}

/**
 * Calls when the number has stood still for longer than a limit: of the clock, and of the processor too, as others may keep
 * it busy. What waits for nothing uses no processor: it is given ten times as long.
 */
function watchOver(current: Int32Array, limit: number, onLate: () => void) {
  let seen = { number: NaN, clock: 0, processor: 0 };
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const number = Atomics.load(current, 0);
    const now = { number, clock: performance.now(), processor: processorTime() };
    if (number !== seen.number) seen = now;
    else if (Math.min(now.clock - seen.clock, now.processor - seen.processor) > limit) onLate();
    else if (now.clock - seen.clock > 10 * limit) onLate();
  };
  return {
    start: () => void (timer = setInterval(look, Math.min(250, limit / 4))),
    stop: () => clearInterval(timer),
  };
}

/** Milliseconds that all threads have computed. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
