// Holds the new selector against random selection, as one would any other.
import { fileURLToPath } from 'node:url';
import { createRegistry } from '@goldpan/core';
import { readItems } from '@goldpan/formats';
import { compareSelectors } from '@goldpan/simulation';
import plugin from './plugin.mjs';

const { dataset } = await readItems(fileURLToPath(new URL('../data/biomqm_de-en.jsonl', import.meta.url)));
const registry = createRegistry([{ plugin, specifier: import.meta.resolve('./plugin.mjs') }]);

const { contestants, random } = await compareSelectors(
  {
    dataset,
    registry,
    contestants: [{ selector: 'metric-disagreement', options: { first: 'BLEU', second: 'consensus-chrF' } }],
    truths: ['human'],
    measure: 'kendall',
    replicates: 200,
  },
  { workers: 0 },
);

const [{ selector, mean, gain, verdict }] = contestants;
const [low, high] = [gain.low, gain.high].map((value) => value.toFixed(3));
console.log(`random selection: mean Kendall's tau ${random.mean.toFixed(3)}`);
console.log(`${selector}: ${mean.toFixed(3)}, gain ${gain.mean.toFixed(3)} (${low} to ${high}), ${verdict}`);
