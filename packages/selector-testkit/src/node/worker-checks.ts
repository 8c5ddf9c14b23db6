import type { Selector } from '@goldpan/core';
import { columnsOfDataset, datasetFromItems } from '@goldpan/core';
import type { Check } from '../check.js';
import { errorSign } from '../kit/error-sign.js';
import { difference } from '../kit/difference.js';
import { expectFailures } from '../kit/expect-failures.js';
import { forAll } from '../kit/for-all.js';
import { fail, select, type Subject } from '../kit/subject.js';
import { fullSetup, type Setup } from '../setup.js';
import { startWorker, type WorkerAnswer } from './start-worker.js';

/** The module by which a worker loads the plugin. */
export interface WorkerModule {
  /** A package name or a file URL whose default export is the plugin. */
  readonly specifier: string;
  /** Arguments of Node for the worker, such as a loader for TypeScript; default those of the process. */
  readonly execArgv?: readonly string[];
}

const MUST = 'give the same in a worker as here';

/**
 * Whether a selector is the same in a worker thread, where it travels as a module and JSON options: a fresh copy there must
 * give the bytes, or the error code, that this one gives here. For Node only.
 *
 * @throws INVALID_EXPECTATION when `setup.expectedFailures` names no check or gives no reason
 */
export function workerChecks(selector: Selector, module: WorkerModule, setup: Setup = {}): Check[] {
  const who = `selector ${JSON.stringify(selector.name)}`;
  const subject = { selector, setup: fullSetup(setup), who };
  const check = { name: 'gives the same bytes in a worker', run: () => sameInWorker(subject, module) };
  return expectFailures(who, [check], subject.setup.expectedFailures);
}

async function sameInWorker(subject: Subject, module: WorkerModule): Promise<void> {
  const { selector, setup } = subject;
  const plugins = (setup.registry?.plugins ?? []).map(({ specifier }) => specifier);
  const worker = startWorker(module.execArgv);
  try {
    await forAll(subject, MUST, async (shape) => {
      const dataset = datasetFromItems(setup.items(shape));
      const seed = shape.seed;
      const budget = { items: Math.ceil(shape.items / 2) };
      const there = await worker.run({
        specifier: module.specifier,
        plugins,
        selector: selector.name,
        columns: columnsOfDataset(dataset),
        run: { options: JSON.parse(JSON.stringify(setup.options)), seed, budget },
      });
      const here = await select(subject, dataset, { seed, budget }).then(
        (selection): WorkerAnswer => ({ selection }),
        (error): WorkerAnswer => ({ error: errorSign(error) }),
      );
      const differs =
        here.selection && there.selection
          ? difference(here.selection, there.selection)
          : here.error !== there.error && `here it gave ${outcome(here)}, there ${outcome(there)}`;
      if (differs) fail(subject, MUST, differs);
    });
  } finally {
    await worker.stop();
  }
}

function outcome({ error }: WorkerAnswer): string {
  return error === undefined ? 'a selection' : `the error ${error}`;
}
