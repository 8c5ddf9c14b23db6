import { datasetFromItems, isGoldpanError, type OptionsSchema } from '@goldpan/core';
import { describeError } from '../kit/describe-error.js';
import { optionSchemas, wrongValues } from '../kit/option-schema.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';
import type { FullSetup } from '../setup.js';

/** Values of the wrong type or out of range, made from the declaration, and those the author gives. */
export const refusesInvalidOptions: SelectorCheck = {
  name: 'refuses invalid options',
  hold: async (subject) => {
    const { setup, selector } = subject;
    const shape = { items: setup.sizes[1], systems: setup.systems[1], seed: setup.seed };
    const dataset = datasetFromItems(setup.items(shape));
    await requireRefusals(subject, selector.options, (options) => select(subject, dataset, { options }));
  },
};

/** Holds that a run with each set of invalid options throws INVALID_OPTIONS. */
export async function requireRefusals(
  { who, setup }: { who: string; setup: FullSetup },
  schema: OptionsSchema<any>,
  run: (options: object) => unknown,
): Promise<void> {
  const wrong = optionSchemas(schema).flatMap(([name, option]) =>
    wrongValues(option).map((value) => ({ [name]: value })),
  );
  for (const invalid of [{ 'no-such-option': 1 }, ...wrong, ...setup.invalidOptions]) {
    const must = `refuse the options ${JSON.stringify(invalid)} with INVALID_OPTIONS`;
    const got = await Promise.resolve()
      .then(() => run({ ...setup.options, ...invalid }))
      .then(
        () => 'it accepted them',
        (error) =>
          isGoldpanError(error) && error.code === 'INVALID_OPTIONS'
            ? undefined
            : `it threw ${describeError(error)}`,
      );
    if (got) fail({ who }, must, got);
  }
}
