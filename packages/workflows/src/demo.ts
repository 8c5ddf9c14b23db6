import { demoFacts, type DemoFacts } from './demo-facts.js';
import { givenData, type ItemsInput } from './given-data.js';
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
  const { seed = 0 } = options;
  const { dataset } = await givenData(input, options);
  return { goldpan: version, command: 'demo', seed, ...(await demoFacts(dataset, { ...options, seed })) };
}
