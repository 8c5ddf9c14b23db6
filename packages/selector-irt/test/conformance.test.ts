import { selectorChecks } from '@goldpan/selector-testkit';
import { test } from 'vitest';
import { irt } from '../src/index.js';

const checks = selectorChecks(irt, {
  runs: 3,
  options: { metric: 'quality' },
  expectedFailures: {
    'does not depend on the names of the systems':
      'the details hold the fitted model, which names the systems',
  },
});
for (const { name, run } of checks) test(name, run);
