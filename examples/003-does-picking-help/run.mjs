// Holds three selectors against random selection, with intervals that hold for all three at once.
import { fileURLToPath } from 'node:url';
import { createRegistry } from '@goldpan/core';
import { readItems } from '@goldpan/formats';
import diversity from '@goldpan/selector-diversity';
import variance from '@goldpan/selector-variance';
import { compareSelectors } from '@goldpan/simulation';

const { dataset } = await readItems(fileURLToPath(new URL('../data/realsumm.jsonl', import.meta.url)));

const registry = createRegistry([
  { plugin: variance, specifier: import.meta.resolve('@goldpan/selector-variance') },
  { plugin: diversity, specifier: import.meta.resolve('@goldpan/selector-diversity') },
]);

const metric = 'rouge_1_recall';
const { contestants, random, recommended } = await compareSelectors(
  {
    dataset,
    registry,
    contestants: [
      { selector: 'output-diversity', options: {} },
      { selector: 'metric-variance', options: { metric } },
      { selector: 'metric-consistency', options: { metric } },
    ],
    truths: ['human'],
    replicates: 100,
  },
  { workers: 0 },
);

console.log(`random selection: mean SPA ${random.mean.toFixed(3)}`);
for (const { selector, gain, verdict } of contestants) {
  const [mean, low, high] = [gain.mean, gain.low, gain.high].map((value) => value.toFixed(3));
  console.log(`${selector}: gain ${mean} (${low} to ${high}), ${verdict}`);
}
console.log(`recommended: ${recommended?.selector ?? 'random selection'}`);
