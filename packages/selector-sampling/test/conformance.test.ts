import { selectorChecks } from '@goldpan/selector-testkit';
import { workerChecks } from '@goldpan/selector-testkit/node';
import { describe, test } from 'vitest';
import plugin from '../src/index.js';

const specifier = new URL('../src/index.ts', import.meta.url).href;
for (const selector of plugin.selectors!)
  describe(selector.name, () => {
    for (const { name, run } of selectorChecks(selector)) test(name, run);
    for (const { name, run } of workerChecks(selector, { specifier })) test(name, run);
  });
