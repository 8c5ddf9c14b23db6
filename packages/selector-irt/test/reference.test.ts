import { datasetFromItems } from '@goldpan/core';
import { spearman } from '@goldpan/stats';
import { golden, goldenItems, testWithShared } from '@goldpan/testing';
import { expect } from 'vitest';
import { fitIrt, itemUtilities } from '../src/index.js';

const GOLDEN = ['golden/irt_wmt23_en-de_mqm.json', 'golden/datasets/wmt23_en-de_mqm.jsonl'];
const METRIC = 'MetricX-23';

testWithShared(
  'continuous scores: as near to the reference as its restarts are to each other',
  GOLDEN,
  () => {
    const dataset = datasetFromItems(goldenItems('wmt23_en-de_mqm'));
    const reference = golden('irt_wmt23_en-de_mqm').runs.find(
      ({ variant, input }: { variant: string; input: string }) => variant === 'A' && input === 'continuous',
    );
    const model = fitIrt(dataset, { metric: METRIC, model: 'continuous-4pl' });
    const abilities = model.abilities.map(({ ability }) => ability);
    const utilities = itemUtilities(model, 'difficulty-discrimination');
    for (const run of reference.runs) {
      const theta = model.abilities.map(({ system }) => run.theta[system]);
      // The sign of the reference's abilities is arbitrary; that of difficulty × discrimination is not.
      expect(Math.abs(spearman(abilities, theta))).toBeGreaterThan(0.98);
      // Its restarts agree among themselves with 0.92 to 0.94.
      expect(spearman(utilities, run.utility_diffdisc)).toBeGreaterThan(0.85);
    }
    expect(model.fit.converged).toBe(true);
    expect(model.fit.rmse).toBeLessThan(Math.min(...reference.rmse));
  },
);
