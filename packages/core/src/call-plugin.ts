import { pluginThrew } from './errors.js';
import { isGoldpanError } from './goldpan-error.js';
import { Loan } from './loan.js';

/**
 * Calls what a plugin brings, and answers for what it did: an error of any kind names it, and so does a change of what it was lent.
 *
 * @param who - what is called: `selector "random"`
 * @param call - makes the call; lends the arrays that it hands over
 * @throws PLUGIN_THREW, DATA_CHANGED, and Goldpan errors as they are
 */
export function callPlugin<T>(who: string, call: (loan: Loan) => T): T {
  const loan = new Loan();
  try {
    return call(loan);
  } catch (error) {
    throw isGoldpanError(error) ? error : named(who, error);
  } finally {
    // Of two faults the graver one is told: what others will read is no longer what it was.
    loan.settle(who);
  }
}

/** As `callPlugin`, for a call that may take its time. The reason of the signal is thrown as it is. */
export async function awaitPlugin<T>(
  who: string,
  call: (loan: Loan) => T | Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const loan = new Loan();
  try {
    return await call(loan);
  } catch (error) {
    throw isGoldpanError(error) || signal?.aborted ? error : named(who, error);
  } finally {
    loan.settle(who);
  }
}

/** The error that names the plugin, with what was thrown as its cause. */
function named(who: string, thrown: unknown): Error {
  return Object.assign(pluginThrew(who, thrown), { cause: thrown });
}
