import { isGoldpanError } from '@goldpan/core';
import { describeError } from './describe-error.js';
import { fail } from './subject.js';

/** Errors that are the fault of the plugin, not of the data. */
const FAULTS = ['INVALID_SELECTION', 'INVALID_PLUGIN', 'WRONG_API_VERSION', 'PLUGIN_THREW', 'DATA_CHANGED'];

/**
 * Runs something on data that it may refuse: its answer, or undefined when it refused with an error that has a code.
 * Any other error, and an answer that is none, fails the check.
 */
export async function answer<T>(
  subject: { readonly who: string },
  must: string,
  run: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (isGoldpanError(error) && !FAULTS.includes(error.code)) return undefined;
    return fail(subject, must, `it threw ${describeError(error)}`);
  }
}
