import { datasetFromItems } from '@goldpan/core';
import { spearman } from '@goldpan/stats';
import { golden, goldenItems, testWithShared } from '@goldpan/testing';
import { expect } from 'vitest';
import { fitIrt, itemUtilities, type IrtOptions } from '../src/index.js';

const GOLDEN = ['golden/irt_wmt23_en-de_mqm.json', 'golden/datasets/wmt23_en-de_mqm.jsonl'];
const reference = (input: string) =>
  golden('irt_wmt23_en-de_mqm').runs.find((set: any) => set.variant === 'A' && set.input === input);
const fit = (options: Omit<IrtOptions, 'metric'>) =>
  fitIrt(datasetFromItems(goldenItems('wmt23_en-de_mqm')), { metric: 'MetricX-23', ...options });

testWithShared(
  'binarised scores: difficulty × discrimination as near to the reference’s restarts as they are to each other',
  GOLDEN,
  () => {
    const { runs, pairwise_spearman_between_runs: floor } = reference('binarized');
    const model = fit({ model: '2pl', binarise: 'median' });
    const [products, information] = (['difficulty-discrimination', 'information'] as const).map((utility) =>
      itemUtilities(model, utility),
    );
    for (const run of runs) {
      const theta = model.abilities.map(({ system }) => run.theta[system]);
      const abilities = model.abilities.map(({ ability }) => ability);
      // The sign of the reference's abilities differs from run to run.
      expect(Math.abs(spearman(abilities, theta))).toBeGreaterThan(0.95);
      expect(spearman(products, run.utility_diffdisc)).toBeGreaterThan(Math.min(...floor.utility_diffdisc));
      // Information is a little farther off: the reference leaves its asymptote out of it.
      expect(spearman(information, run.utility_fic)).toBeGreaterThan(Math.min(...floor.utility_fic) - 0.15);
    }
  },
);

testWithShared(
  'continuous scores: information as the reference has it, and smaller residuals',
  GOLDEN,
  () => {
    const { runs, rmse } = reference('continuous');
    const { additive_item_plus_system: additive, global_mean: constant } =
      golden('irt_wmt23_en-de_mqm').baseline_rmse_continuous;
    for (const model of ['continuous-2pl', 'continuous-4pl'] as const) {
      const fitted = fit({ model });
      const information = itemUtilities(fitted, 'information');
      for (const run of runs) expect(spearman(information, run.utility_fic)).toBeGreaterThan(0.88);
      expect(fitted.fit.rmse).toBeLessThan(Math.min(...rmse));
      expect(additive).toBeLessThan(constant);
      expect(fitted.fit.rmse).toBeLessThan(0.9 * additive);
    }
  },
);
