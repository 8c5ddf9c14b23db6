// Stands for a thread that tries inputs: 1 fails, 3 rejects a promise that nobody awaits, 5 never ends, 7 throws in a callback.
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const { from, to, current } = workerData;
const found = (kind) => parentPort.postMessage({ kind, number: current[0], text: 'as wanted' });
process.on('unhandledRejection', () => found('rejection'));
parentPort.postMessage('ready');
for (let number = from; number < to; number++) {
  Atomics.store(current, 0, number);
  if (number === 1) found('crash');
  if (number === 3) Promise.reject(new Error('nobody waits'));
  if (number === 5) for (;;);
  if (number === 7)
    void Promise.resolve().then(() =>
      process.nextTick(() => {
        throw new Error('in a callback');
      }),
    );
  await wait(5);
}
parentPort.postMessage('done');
