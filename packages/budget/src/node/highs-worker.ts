import { parentPort } from 'node:worker_threads';
import { solveWithHighs, type HighsTask } from './solve-with-highs.js';

parentPort!.on('message', async (task: HighsTask) => {
  try {
    parentPort!.postMessage({ result: await solveWithHighs(task) });
  } catch (error) {
    parentPort!.postMessage({ problem: String(error) });
  }
});
