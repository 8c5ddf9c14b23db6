import { completeScores, defineSelector, metricOption, tooFewSystems, z } from '@goldpan/core';

/** Items on which two metrics order the systems differently: where metrics contradict each other, people must decide. */
export const metricDisagreement = defineSelector({
  name: 'metric-disagreement',
  summary: 'Items on which two metrics order the systems differently.',
  needs: ['scores'],
  traits: { itemwise: true, deterministic: true, nested: true },
  options: z.object({
    first: metricOption().describe('one metric'),
    second: metricOption().describe('the other metric'),
  }),
  select(dataset, { first, second }) {
    const a = completeScores(dataset, first);
    const b = completeScores(dataset, second);
    if (a.systems < 2) throw tooFewSystems('ordering systems', a.systems, 2);
    const row = ({ values, systems }, item) => values.subarray(item * systems, (item + 1) * systems);
    return {
      utilities: Float64Array.from(dataset.ids, (_, item) => discordance(row(a, item), row(b, item))),
    };
  },
});

/** Share of the pairs of systems that two vectors of scores order in opposite ways. */
function discordance(a, b) {
  let opposite = 0;
  for (let s = 0; s < a.length; s++) {
    for (let t = 0; t < s; t++) if ((a[s] - a[t]) * (b[s] - b[t]) < 0) opposite++;
  }
  return opposite / ((a.length * (a.length - 1)) / 2);
}
