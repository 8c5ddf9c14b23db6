import { defineSelector, metricOption, z } from '@goldpan/core';
import { designScores } from '../item-levels.js';
import { balancingVariables } from '../kernels/balancing-variables.js';
import { cubeSample } from '../kernels/cube.js';
import { sampleOf } from '../sample-of.js';
import { sampleSize } from '../sample-size.js';

const options = z.object({
  metric: metricOption()
    .optional()
    .describe('score column whose means are to be met; default: the composite of all automatic metrics'),
});

/**
 * A random sample in which every system's mean of a metric, and so the mean level, is about what it is over all items. Each item is
 * drawn with probability n/N, exactly.
 *
 * Helps plain means, strata and small samples; adds nothing to an estimate that uses the metric. A cell without score counts as the
 * average of its system. Of small samples only the first n/3 of the variables (the level, then the systems that vary
 * most) can be met. O(N·S²).
 *
 * @throws SAM_BUDGET_NOT_IN_ITEMS, UNKNOWN_METRIC
 * @remarks The cube method (Deville and Tillé, Biometrika 91, 2004).
 */
export const balanced = defineSelector({
  name: 'balanced',
  summary: 'A random sample on which the metric means of the systems are those of all items.',
  needs: ['scores', 'budget'],
  traits: { design: true },
  options,
  select(dataset, { metric }, context) {
    const n = sampleSize('selector "balanced"', context, dataset.size);
    const columns = balancingVariables(designScores(dataset, metric), Math.floor(n / 3));
    const inclusion = new Float64Array(dataset.size).fill(n / dataset.size);
    const isDrawn = cubeSample({ columns, inclusion }, context.rng);
    const drawn = Uint32Array.from(isDrawn.keys()).filter((item) => isDrawn[item] === 1);
    return sampleOf(context.rng.shuffle(drawn), inclusion);
  },
});
