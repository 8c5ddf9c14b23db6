import { demoFacts, type DemoFacts } from './demo-facts.js';
import { givenData, type ItemsInput } from './given-data.js';
import { loadRegistry } from './load-plugins.js';
import type { Surroundings } from './surroundings.js';
import { version } from './version.js';

/** What can be said with the demonstration. */
export interface DemoQuestion extends Surroundings {
  readonly workers?: number;
  /** Default 0. */
  readonly seed?: number;
}

/** The facts of the demonstration. */
export interface DemoDocument extends DemoFacts {
  readonly goldpan: string;
  readonly command: 'demo';
  readonly seed: number;
}

/** Works out what the demonstration tells, on data with human scores and the metric it picks by. */
export async function demo(input: ItemsInput, options: DemoQuestion = {}): Promise<DemoDocument> {
  const { workers, seed = 0, signal, onProgress } = options;
  const registry = await loadRegistry(options);
  const { dataset } = await givenData(input, options);
  const facts = await demoFacts(dataset, registry, seed, {
    workers,
    signal,
    onProgress: (done, total) => onProgress?.('simulating', done, total),
  });
  return { goldpan: version, command: 'demo', seed, ...facts };
}
