import type { CostModel, Json } from '@goldpan/core';
import { costModelChecks } from '@goldpan/selector-testkit';
import { describe, test } from 'vitest';
import { field, fitted, length, uniform } from '../src/index.js';

const fit = {
  kind: 'goldpan-cost-model',
  unit: 'seconds',
  count: 'words',
  fixed: 20,
  perSource: 1.5,
  perOutput: 0.25,
  least: 5,
  items: 60,
  r2: 0.5,
  medianError: 3,
};
const subjects: [CostModel<any>, { [option: string]: Json }][] = [
  [uniform, {}],
  [field, {}],
  [length, {}],
  [fitted, { model: fit }],
];

for (const [model, options] of subjects)
  describe(model.name, () => {
    for (const { name, run } of costModelChecks(model, { options })) test(name, run);
  });
