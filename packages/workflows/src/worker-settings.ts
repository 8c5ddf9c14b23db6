import type { SimulationOptions } from './question.js';

/** Where replicates are made: the time limit 0 of questions, which travels as JSON, is no limit. */
export function workerSettings({ workers, timeLimit, executor }: SimulationOptions) {
  return { workers, executor, timeLimit: timeLimit === 0 ? Infinity : timeLimit };
}
