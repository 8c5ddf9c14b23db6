import { Worker } from 'node:worker_threads';
import type { ParquetAnswer, ParquetRequest } from './parquet-worker.js';

/** The most an answer may take: two seconds, and one for every megabyte of the file. */
const LEAST_SECONDS = 2;
const SECONDS_PER_BYTE = 1e-6;
/** The memory that the values of one row group may take, in megabytes. */
const MOST_MEGABYTES = 4096;

/** Answers questions about one Parquet file after the other, in a thread that a damaged file cannot take with it. */
export interface ParquetReader {
  /** @throws Error that says what is wrong with the file, or that it takes too long or too much */
  ask(request: ParquetRequest): Promise<ParquetAnswer>;
  /** Lets the thread be used again. */
  close(): Promise<void>;
}

/** A thread that waits for the next file: starting one takes longer than reading a small file. */
let waiting: Worker | undefined;

/** A reader of a file of that many bytes. */
export function parquetReader(bytes: number, signal?: AbortSignal): ParquetReader {
  const worker = waiting ?? startWorker();
  waiting = undefined;
  let isWhole = true;
  return {
    async ask(request) {
      isWhole = false;
      const found = await answerOf(worker, {
        request,
        signal,
        seconds: LEAST_SECONDS + bytes * SECONDS_PER_BYTE,
      });
      isWhole = true;
      if (found.problem !== undefined) throw new Error(found.problem);
      return found;
    },
    async close() {
      if (isWhole && waiting === undefined) waiting = worker;
      else await worker.terminate();
    },
  };
}

interface Question {
  readonly request: ParquetRequest;
  readonly signal?: AbortSignal;
  readonly seconds: number;
}

/** The next message of a worker; the clock runs from when the worker has begun. */
async function answerOf(worker: Worker, { request, signal, seconds }: Question): Promise<ParquetAnswer> {
  signal?.throwIfAborted();
  await started(worker);
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.off('message', take).off('error', fail).off('exit', exit);
      worker.unref();
      settle();
    };
    const take = (answer: ParquetAnswer) => finish(() => resolve(answer));
    const fail = (error: Error) => finish(() => reject(error));
    const exit = () => fail(new Error('the thread that reads it has ended'));
    const abort = () => finish(() => reject(signal!.reason as Error));
    const late = () =>
      fail(
        new Error(`it takes more than ${Math.round(seconds)} seconds, which no sound file of its size does`),
      );
    const timer = setTimeout(late, seconds * 1000);
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', take).on('error', fail).on('exit', exit);
    worker.ref();
    worker.postMessage(request);
  });
}

const online = new WeakSet<Worker>();

async function started(worker: Worker): Promise<void> {
  if (online.has(worker)) return;
  worker.ref();
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      resolve();
    });
  });
  online.add(worker);
}

/** From source the worker is TypeScript, which needs a compiler; built, it is JavaScript. */
function startWorker(): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = isSource ? './parquet-source-worker.mjs' : './parquet-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    ...(isSource && { execArgv: ['--conditions=@goldpan/source'] }),
  });
  // One that ends while it waits is not used again, and takes nobody with it.
  worker
    .on('error', () => undefined)
    .on('exit', () => {
      if (waiting === worker) waiting = undefined;
    });
  worker.unref();
  return worker;
}
