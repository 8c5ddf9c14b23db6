import { estimatorChecks } from '@goldpan/selector-testkit';
import { describe, test } from 'vitest';
import { meanEstimator, regression, shrunk } from '../src/index.js';

for (const estimator of [meanEstimator, regression, shrunk])
  describe(`the estimator ${estimator.name}`, () => {
    for (const { name, run } of estimatorChecks(estimator, { runs: 6 })) test(name, run);
  });
