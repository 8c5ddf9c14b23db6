import { datasetFromItems } from '@goldpan/core';
import { spearman } from '@goldpan/stats';
import { golden, goldenItems, testWithShared } from '@goldpan/testing';
import { expect } from 'vitest';
import { fitIrt, itemUtilities } from '../src/index.js';

const GOLDEN = ['golden/irt_wmt23_en-de_mqm.json', 'golden/datasets/wmt23_en-de_mqm.jsonl'];
const METRIC = 'MetricX-23';

testWithShared('continuous scores: as near to the reference as its restarts are to each other', GOLDEN, () => {
  const dataset = datasetFromItems(goldenItems('wmt23_en-de_mqm'));
  const reference = golden('irt_wmt23_en-de_mqm').results.find(
    ({ variant, input }: { variant: string; input: string }) => variant === 'A' && input === 'continuous',
  );
  const model = fitIrt(dataset, { metric: METRIC, model: 'continuous-4pl' });
  const abilities = model.abilities.map(({ ability }) => ability);
  const utilities = itemUtilities(model, 'difficulty-discrimination');
  console.log(model.fit, reference.rmse);
  for (const run of reference.runs) {
    const theta = model.abilities.map(({ system }) => run.theta[system]);
    console.log(spearman(abilities, theta), spearman(utilities, run.utility_diffdisc));
    expect(Math.abs(spearman(abilities, theta))).toBeGreaterThan(0.95);
  }
  expect(model.fit.rmse).toBeLessThan(0.0745);
});
