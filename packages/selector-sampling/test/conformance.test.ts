import { createRegistry, defineSelector, z } from '@goldpan/core';
import { selectorChecks } from '@goldpan/selector-testkit';
import { workerChecks } from '@goldpan/selector-testkit/node';
import { describe, test } from 'vitest';
import plugin, { halfPicked, safe, sequential } from '../src/index.js';

const specifier = new URL('../src/index.ts', import.meta.url).href;
const expectedFailures = {
  'until-spent': {
    'keeps a budget of costs':
      'going on with what still fits would prefer cheap items, with unknown probabilities',
  },
} as Readonly<Record<string, Readonly<Record<string, string>>>>;
const longest = defineSelector({
  name: 'longest',
  summary: 'Longest sources first.',
  needs: ['sources'],
  traits: { itemwise: true, deterministic: true, nested: true },
  options: z.object({}),
  select: ({ sources, size }) => ({
    utilities: Float64Array.from({ length: size }, (_, item) => sources?.[item]?.length ?? 0),
  }),
});
const registry = createRegistry([{ plugin: { name: 'test', selectors: [longest] }, specifier: 'test' }]);

describe('with a utility', () => {
  const setup = { registry, options: { utility: 'longest' } };
  for (const selector of [safe, halfPicked, sequential])
    for (const { name, run } of selectorChecks(selector, setup)) test(`${selector.name}: ${name}`, run);
});

for (const selector of plugin.selectors!.filter((one) => one !== safe && one !== halfPicked))
  describe(selector.name, () => {
    const setup = { expectedFailures: expectedFailures[selector.name] ?? {} };
    for (const { name, run } of selectorChecks(selector, setup)) test(name, run);
    for (const { name, run } of workerChecks(selector, { specifier })) test(name, run);
  });
