import { selectorChecks } from '@goldpan/selector-testkit';
import { workerChecks } from '@goldpan/selector-testkit/node';
import { describe, test } from 'vitest';
import plugin from '../src/index.js';

const specifier = new URL('../src/index.ts', import.meta.url).href;
const expectedFailures = {
  'until-spent': {
    'keeps a budget of costs':
      'going on with what still fits would prefer cheap items, with unknown probabilities',
  },
} as Readonly<Record<string, Readonly<Record<string, string>>>>;
for (const selector of plugin.selectors!)
  describe(selector.name, () => {
    const setup = { expectedFailures: expectedFailures[selector.name] ?? {} };
    for (const { name, run } of selectorChecks(selector, setup)) test(name, run);
    for (const { name, run } of workerChecks(selector, { specifier })) test(name, run);
  });
