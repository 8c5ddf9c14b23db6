import { StatsError } from '../src/index.js';

/** The error of this package that a call throws. */
export function thrownBy(call: () => unknown): StatsError {
  try {
    call();
  } catch (error) {
    if (error instanceof StatsError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
