import { createRegistry, defineSelector, z } from '@goldpan/core';
import { selectorChecks } from '@goldpan/selector-testkit';
import { test } from 'vitest';
import { combine } from '../src/index.js';

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
const drawn = defineSelector({
  name: 'drawn',
  summary: 'A ranking by lot.',
  needs: [],
  options: z.object({}),
  select: ({ size }, _options, { rng }) => ({
    ranking: rng.shuffle(Array.from({ length: size }, (_, item) => item)),
  }),
});
const registry = createRegistry([
  { plugin: { name: 'test', selectors: [longest, drawn] }, specifier: 'test' },
]);
const options = { selectors: ['longest', 'drawn'], weights: [2, 1] };

for (const { name, run } of selectorChecks(combine, { options, registry })) test(name, run);
