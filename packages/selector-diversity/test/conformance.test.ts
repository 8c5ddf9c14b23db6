import type { Json, Selector } from '@goldpan/core';
import { selectorChecks } from '@goldpan/selector-testkit';
import { describe, test } from 'vitest';
import { diffuse, facilityLocation, kCenter, kMeans, kMedoids, outputDiversity } from '../src/index.js';

const selectors = [outputDiversity, kCenter, facilityLocation, kMeans, diffuse, kMedoids];

// Many runs: among few items there are often two of which each stands for the other alone.
describe.each(selectors.map((selector): [string, Selector] => [selector.name, selector]))(
  '%s',
  (_, selector) => {
    for (const { name, run } of selectorChecks(selector, { runs: 100, seed: 5 })) test(name, run);
  },
);

const scores = { features: 'scores', metric: 'quality' };
const others: [string, Selector, Record<string, Json>][] = [
  ['k-center on scores', kCenter, scores],
  ['facility-location on scores', facilityLocation, scores],
  ['k-means on scores', kMeans, scores],
  ['k-medoids on the target', kMedoids, { metric: 'human' }],
  ['diffuse on hashed outputs', diffuse, { embedding: 'hashed' }],
];

describe.each(others)('%s', (_, selector, options) => {
  const checks = selectorChecks(selector, { runs: 50, seed: 1, options });
  for (const { name, run } of checks) if (name.startsWith('permutes')) test(name, run);
});
