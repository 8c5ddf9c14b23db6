import { defineSelector, selectorOption, z, type Dataset } from '@goldpan/core';
import { designScores } from '../item-levels.js';
import { balancingVariables } from '../kernels/balancing-variables.js';
import { cubeSample } from '../kernels/cube.js';
import { inclusionForSize } from '../kernels/inclusion-for-size.js';
import { sizeMeasure } from '../kernels/size-measure.js';
import { sampleOf } from '../sample-of.js';
import { sampleSize } from '../sample-size.js';
import { utilitiesOf } from '../utilities-of.js';

const options = z.object({
  utility: selectorOption()
    .default({ selector: 'metric-variance', options: { metric: 'composite' } })
    .describe('the selector that picks: a name, or {"selector": name, "options": {…}}'),
  picked: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('share of the sample that is due to the picking; the rest is due to chance'),
  sharpness: z.number().min(0).max(100).default(3).describe('how sharply it is picked: 0 = all alike'),
});

/**
 * Half chance, half picking: a balanced random sample in which items that another selector prefers are likelier, by a bounded factor.
 *
 * The probability of an item is a mixture: (1 − picked) parts of the same for all, and `picked` parts in proportion to a sigmoid of the rank of
 * its utility. So no item has less than about half of the chance of a plain draw, no weight is more than about twice as large, and
 * where the picking is wrong little is lost. The metric means of the systems are balanced as by `balanced`, on the composite of all automatic metrics. Inclusion probabilities are exact.
 * Missing scores: as the other selector has it. No ties. O(N·S²) beside the other selector.
 *
 * @throws SAM_BUDGET_NOT_IN_ITEMS, SAM_SIZE_NOT_USABLE, UNKNOWN_SELECTOR and what the other selector throws
 * @remarks A defensive mixture (Hesterberg, Technometrics 37, 1995) drawn by the cube method (Deville and Tillé, Biometrika 91, 2004).
 */
export const safe = defineSelector({
  name: 'safe',
  summary: 'Half chance, half picking by another selector, with known inclusion probabilities.',
  needs: ['scores', 'budget'],
  traits: { design: true },
  options,
  async select(dataset, { utility, picked, sharpness }, context) {
    const n = sampleSize('selector "safe"', context, dataset.size);
    const utilities = await utilitiesOf(dataset, utility, context);
    const inclusion = inclusionForSize(mixedSizes(utilities, { picked, sharpness }), n);
    const isDrawn = cubeSample({ columns: columnsOf(dataset, inclusion), inclusion }, context.rng);
    const drawn = Uint32Array.from(isDrawn.keys()).filter((item) => isDrawn[item] === 1);
    return sampleOf(context.rng.shuffle(drawn), inclusion);
  },
});

/** Sizes of mean 1: some parts the same for all, the others by the utility. */
function mixedSizes(
  utilities: Float64Array,
  { picked, sharpness }: { picked: number; sharpness: number },
): Float64Array {
  const sizes = sizeMeasure(utilities, { sharpness, floor: LEAST });
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return sizes.map((size) => 1 - picked + (picked * size) / mean);
}

/** Only where all is picked does it keep sizes above 0. */
const LEAST = 0.01;

/** What is balanced, each value ÷ probability in units of a plain draw: first the sum of the weights, then the metric. */
function columnsOf(dataset: Dataset, inclusion: Float64Array): Float64Array[] {
  const { size } = dataset;
  const n = inclusion.reduce((sum, p) => sum + p, 0);
  const variables = balancingVariables(designScores(dataset), Math.floor(n / 3));
  return [new Float64Array(size).fill(1), ...variables].map((column) =>
    column.map((value, item) => (value * n) / inclusion[item] / size),
  );
}
