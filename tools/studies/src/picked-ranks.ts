// What still holds of a ranking over items that a metric picked: the ranks that systems can have, intervals of means?
// node --conditions=@goldpan/source --import tsx tools/studies/src/picked-ranks.ts --data DIR [--metrics 8]
import { parseArgs } from 'node:util';
import { isGoldpanError, takeItems, type Dataset, type RankDocument } from '@goldpan/core';
import { rank, select } from '@goldpan/workflows';
import { datasets } from './pilots.js';

const { values: flags } = parseArgs({
  options: { data: { type: 'string' }, metrics: { type: 'string', default: '8' } },
});
const SELECTORS = ['metric-variance', 'metric-consistency'];
const SHARES = [0.1, 0.25];

/** Choices, those with a rank set that lacks the true rank, and how many intervals of means miss. */
const found = { choices: 0, ranksMissed: 0, systems: 0, meansMissed: 0 };

/** True means, with the true ranks that ties share. */
function truthOf(dataset: Dataset): ReadonlyMap<string, { mean: number; first: number; last: number }> {
  const { values } = dataset.scores('human');
  const count = dataset.systems.length;
  const means = dataset.systems.map(
    (_, s) =>
      values.filter((_, cell) => cell % count === s).reduce((sum, value) => sum + value, 0) / dataset.size,
  );
  return new Map(
    dataset.systems.map((name, s) => {
      const better = means.filter((mean) => mean > means[s]).length;
      const alike = means.filter((mean) => mean === means[s]).length;
      return [name, { mean: means[s], first: better + 1, last: better + alike }];
    }),
  );
}

/** The judged part is told as picked or as drawn: the latter has the intervals that are refused of the former. */
async function rankedBy(
  dataset: Dataset,
  selector: string,
  metric: string,
  share: number,
): Promise<RankDocument | undefined> {
  try {
    const budget = Math.round(share * dataset.size);
    const { chosen } = await select(dataset, { selector, metric, budget });
    const judged = takeItems(
      dataset,
      chosen.map(({ id }) => dataset.ids.indexOf(id)),
    );
    return await rank(dataset, { judged });
  } catch (error) {
    // A metric with missing cells picks nothing.
    if (isGoldpanError(error)) return undefined;
    throw error;
  }
}

for (const [name, dataset] of datasets(flags.data!)) {
  const truth = truthOf(dataset);
  const before = { ...found };
  const metrics = dataset.metrics
    .filter((metric) => !metric.startsWith('human'))
    .slice(0, Number(flags.metrics));
  for (const metric of metrics)
    for (const selector of SELECTORS)
      for (const share of SHARES) {
        const ranking = await rankedBy(dataset, selector, metric, share);
        if (ranking === undefined) continue;
        const { systems } = ranking;
        found.choices++;
        found.systems += systems.length;
        const misses = systems.filter(({ name, rank }) => {
          const { first, last } = truth.get(name)!;
          return last < rank.low || first > rank.high;
        });
        found.ranksMissed += misses.length > 0 ? 1 : 0;
        const outside = systems.filter(
          ({ name, low, high }) => truth.get(name)!.mean < low! || truth.get(name)!.mean > high!,
        );
        found.meansMissed += outside.length;
        if (outside.length > 0)
          console.log(
            `${name}, ${selector} on ${metric}, ${share}: ${outside.length} of ${systems.length} means outside`,
          );
      }
  console.log(
    name,
    found.choices - before.choices,
    'choices,',
    found.ranksMissed - before.ranksMissed,
    'with a rank set that misses',
  );
}
console.log(found);
