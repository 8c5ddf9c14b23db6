import { isGoldpanError } from '@goldpan/core';
import fc from 'fast-check';
import { checkFailed } from '../errors.js';
import type { DataShape } from '../sample-items.js';
import type { FullSetup } from '../setup.js';
import { describeError } from './describe-error.js';

interface Tested {
  readonly who: string;
  readonly setup: FullSetup;
}

/**
 * Holds a law against data of many shapes; of a failure it gives the smallest shape that it finds.
 *
 * @param must - what is broken when the law throws anything but a failed check
 * @throws CHECK_FAILED
 */
export async function forAll(
  { who, setup }: Tested,
  must: string,
  law: (shape: DataShape) => Promise<void>,
): Promise<void> {
  const between = ([min, max]: readonly [number, number]) => fc.integer({ min, max });
  const shapes: fc.Arbitrary<DataShape> = fc.record({
    items: between(setup.sizes),
    systems: between(setup.systems),
    seed: fc.nat({ max: 9999 }),
  });
  const result = await fc.check(fc.asyncProperty(shapes, law), {
    numRuns: setup.runs,
    seed: setup.seed,
  });
  if (!result.failed || result.counterexample === null) return;
  const [data] = result.counterexample;
  const error = result.errorInstance;
  const failure =
    isGoldpanError(error) && error.code === 'CHECK_FAILED'
      ? { must: String(error.fields.must), got: String(error.fields.got) }
      : { must, got: `it threw ${describeError(error)}` };
  throw Object.assign(checkFailed(who, { ...failure, data }), { cause: error });
}
