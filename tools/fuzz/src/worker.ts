import { parentPort, workerData } from 'node:worker_threads';
import { readCorpus } from './corpus.js';
import type { WorkerTask } from './hunt.js';
import { makeInput } from './make-input.js';
import { placeInput } from './place-input.js';
import { tryInput } from './try-input.js';

const { seed, from, to, folder, current } = workerData as WorkerTask;
const sound = readCorpus();

process.on('unhandledRejection', (reason) => found('rejection', reason));
parentPort!.postMessage('ready');

for (let number = from; number < to; number++) {
  Atomics.store(current, 0, number);
  const input = makeInput(sound, seed, number);
  placeInput(folder, input);
  const problem = await tryInput(folder, input.use);
  if (problem !== undefined) found('crash', problem);
}
// What was rejected last is told in the next turn of the event loop.
await new Promise((resolve) => setImmediate(resolve));
parentPort!.postMessage('done');

function found(kind: 'crash' | 'rejection', reason: unknown): void {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  parentPort!.postMessage({ kind, number: current[0], text });
}
