import { selectorChecks } from '@goldpan/selector-testkit';
import { describe, test } from 'vitest';
import { diffuse, facilityLocation, kCenter, kMeans, kMedoids, outputDiversity } from '../src/index.js';

for (const selector of [outputDiversity, kCenter, facilityLocation, kMeans, diffuse, kMedoids])
  describe(selector.name, () => {
    for (const { name, run } of selectorChecks(selector)) test(name, run);
  });
