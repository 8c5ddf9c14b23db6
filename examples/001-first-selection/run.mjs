// Picks a quarter of the articles and looks at what judging only these would have said.
import { fileURLToPath } from 'node:url';
import { runSelector } from '@goldpan/core';
import { evaluateSubset, fullData } from '@goldpan/evaluation';
import { readItems } from '@goldpan/formats';
import { metricVariance } from '@goldpan/selector-variance';

const { dataset } = await readItems(fileURLToPath(new URL('../data/realsumm.jsonl', import.meta.url)));

const selection = await runSelector(metricVariance, dataset, {
  options: { metric: 'rouge_1_recall' },
  budget: { items: 25 },
});
const first = Array.from(selection.chosen.slice(0, 5), (item) => dataset.ids[item]);
console.log(`Judge ${selection.chosen.length} of ${dataset.size} items, first ${first.join(', ')}.`);

// People judged all items of this data set, so the choice can be held against the truth.
const full = fullData(dataset.scores('human'));
const { values } = evaluateSubset(full, selection.chosen, ['spa', 'kendall', 'same-best']);
console.log(`SPA ${values.spa.toFixed(3)}, Kendall's tau ${values.kendall.toFixed(3)},`);
console.log(values['same-best'] === 1 ? 'and the same best system.' : 'but another best system.');
