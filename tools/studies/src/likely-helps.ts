// How often is "likely helps" of `goldpan compare` right? Pilots of a quarter of real test sets, and the gain on the items that the pilot lacks.
// node --conditions=@goldpan/source --import tsx tools/studies/src/likely-helps.ts --data DIR [--seeds 6] [--only NAME]
import { parseArgs } from 'node:util';
import { createRegistry, type Dataset, type Verdict } from '@goldpan/core';
import estimation from '@goldpan/estimation';
import diversity from '@goldpan/selector-diversity';
import sampling from '@goldpan/selector-sampling';
import variance from '@goldpan/selector-variance';
import { compareSelectors, type Contestant } from '@goldpan/simulation';
import { compare } from '@goldpan/workflows';
import { datasets, halvesFor, pilotOf, utilitiesFor } from './pilots.js';

const { values: flags } = parseArgs({
  options: {
    data: { type: 'string' },
    seeds: { type: 'string', default: '6' },
    only: { type: 'string', default: '' },
    replicates: { type: 'string', default: '100' },
    readings: { type: 'string', default: 'mean,shrunk' },
  },
});

const registry = createRegistry([
  { plugin: sampling, specifier: '@goldpan/selector-sampling' },
  { plugin: variance, specifier: '@goldpan/selector-variance' },
  { plugin: diversity, specifier: '@goldpan/selector-diversity' },
  { plugin: estimation, specifier: '@goldpan/estimation' },
]);

/** How many contestants got a verdict on pilots, of how many the gain on the rest is above 0, and the sum of these gains. */
type Tally = Record<Verdict, { count: number; right: number; gain: number }>;

function emptyTally(): Tally {
  const empty = () => ({ count: 0, right: 0, gain: 0 });
  return { helps: empty(), 'likely helps': empty(), 'no evidence': empty(), hurts: empty() };
}

/** The verdict of each contestant on a pilot, and its gain on the rest. */
async function tell(tally: Tally, parts: { pilot: Dataset; rest: Dataset }, reading: string): Promise<void> {
  const also = reading === 'mean' ? utilitiesFor(parts.pilot) : halvesFor(parts.pilot);
  const question = { selectors: [], also, sizes: '10%,25%,50%', workers: 0, missing: 'drop-items' } as const;
  const found = await compare(parts.pilot, {
    ...question,
    replicates: Number(flags.replicates),
    estimate: reading,
  });
  const gains = await gainsOn(parts.rest, also, reading);
  for (const one of found.selectors) {
    const gain = gains.get(nameOf(one.name, one.options));
    if (gain === undefined) continue;
    const cell = tally[one.verdict];
    cell.count++;
    cell.right += Number(gain > 0);
    cell.gain += gain;
  }
}

/** The gain of each contestant on a test set; the spread over resamplings is not asked for. */
async function gainsOn(
  dataset: Dataset,
  also: readonly Contestant[],
  reading: string,
): Promise<Map<string, number>> {
  const { contestants } = await compareSelectors(
    {
      dataset,
      registry,
      contestants: also,
      truths: ['human'],
      estimate: reading === 'mean' ? undefined : reading,
      shares: [0.1, 0.25, 0.5],
      replicates: 2,
      randomOrders: 60,
      permutations: 300,
    },
    { workers: 0 },
  );
  return new Map(contestants.map(({ selector, options, gain }) => [nameOf(selector, options), gain.mean]));
}

/** A selector with its options, as a key. */
const nameOf = (selector: string, options: unknown) => JSON.stringify([selector, options]);

console.log('| data | read by | verdict | cases | right | mean gain on the rest |');
console.log('| --- | --- | --- | ---: | ---: | ---: |');
for (const reading of flags.readings.split(',')) {
  const all = emptyTally();
  const print = (name: string, tally: Tally) => {
    for (const [verdict, { count, right, gain }] of Object.entries(tally))
      if (count > 0)
        console.log(
          `| ${name} | ${reading} | ${verdict} | ${count} | ${((100 * right) / count).toFixed(0)} % | ${(gain / count).toFixed(3)} |`,
        );
  };
  for (const [name, dataset] of datasets(flags.data!)) {
    if (!name.includes(flags.only)) continue;
    const tally = emptyTally();
    for (let seed = 0; seed < Number(flags.seeds); seed++) await tell(tally, pilotOf(dataset, seed), reading);
    print(name, tally);
    for (const [verdict, { count, right, gain }] of Object.entries(tally)) {
      const cell = all[verdict as Verdict];
      cell.count += count;
      cell.right += right;
      cell.gain += gain;
    }
  }
  print('all', all);
}
