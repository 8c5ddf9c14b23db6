import { parentPort } from 'node:worker_threads';
import { createRegistry, datasetFromColumns, runSelector, type LoadedPlugin } from '@goldpan/core';
import { errorSign } from '../kit/error-sign.js';
import type { WorkerAnswer, WorkerTask } from './start-worker.js';

parentPort!.on('message', async (task: WorkerTask) => {
  parentPort!.postMessage(await answer(task));
});

async function answer({ specifier, plugins, selector, columns, run }: WorkerTask): Promise<WorkerAnswer> {
  try {
    const modules = [...new Set([specifier, ...plugins])];
    const registry = createRegistry(await Promise.all(modules.map(load)));
    const dataset = datasetFromColumns(columns);
    return { selection: await runSelector(registry.selector(selector), dataset, { ...run, registry }) };
  } catch (error) {
    return { error: errorSign(error) };
  }
}

async function load(specifier: string): Promise<LoadedPlugin> {
  return { specifier, plugin: (await import(specifier)).default };
}
