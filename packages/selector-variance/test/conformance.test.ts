import { selectorChecks } from '@goldpan/selector-testkit';
import { describe, test } from 'vitest';
import { metricAverage, metricConsistency, metricVariance } from '../src/index.js';

for (const selector of [metricAverage, metricVariance, metricConsistency])
  describe(selector.name, () => {
    for (const { name, run } of selectorChecks(selector, { options: { metric: 'quality' } })) test(name, run);
  });
