// Does choosing items by item response theory help? Soft pairwise accuracy against human scores, averaged over 5 to 50 % of the
// items, less the average of random selection; items chosen by a metric alone.
// Run: node --conditions=@goldpan/source --import tsx tools/studies/src/irt-utilities.ts FOLDER
// FOLDER holds the data sets named below as NAME.jsonl. Prints Markdown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { datasetFromItems, rankByUtility, runSelector, type Dataset, type Item } from '@goldpan/core';
import { curves, fullData, randomBaseline } from '@goldpan/evaluation';
import { fitIrt, itemUtilities, type IrtModelName, type IrtUtility } from '@goldpan/selector-irt';
import { metricVariance } from '@goldpan/selector-variance';

const folder = process.argv[2];
const pairs: Readonly<Record<string, readonly string[]>> = {
  'wmt23_en-de_mqm': ['MetricX-23', 'XCOMET-XL', 'BLEU', 'COMET'],
  'wmt23_en-de_esa': ['XCOMET-XL', 'CometKiwi', 'chrF'],
  'wmt24_en-cs_esa': ['chrF'],
  realsumm: ['rouge_2_recall', 'bert_recall_score'],
  summeval: ['ROUGE-1', 'chrF'],
  hanna: ['BERTScore F1', 'Beluga-13B-prompt1'],
  'biomqm_de-en': ['chrF'],
};
const models: readonly IrtModelName[] = ['continuous-2pl', 'continuous-4pl'];
const utilities: readonly IrtUtility[] = [
  'difficulty-discrimination',
  'information',
  'expected-information',
  'difficulty',
  'discrimination',
];

function load(name: string): Dataset {
  const lines = readFileSync(join(folder, `${name}.jsonl`), 'utf8').split('\n');
  return datasetFromItems(lines.filter((line) => line !== '').map((line): Item => JSON.parse(line)));
}

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const gains = new Map<string, number[]>();

for (const [name, metrics] of Object.entries(pairs)) {
  const dataset = load(name);
  const full = fullData(dataset.scores('human'));
  const random = mean(randomBaseline(full, { measures: ['spa'], rankings: 60 }).bands.spa.mean);
  const add = (way: string, chosen: ArrayLike<number>) => {
    const gain = mean(curves(full, chosen, { measures: ['spa'] }).values.spa) - random;
    gains.set(way, [...(gains.get(way) ?? []), gain]);
  };
  for (const metric of metrics) {
    add('metric-variance', (await runSelector(metricVariance, dataset, { options: { metric } })).ranking);
    for (const model of models) {
      const fitted = fitIrt(dataset, { metric, model });
      for (const utility of utilities) {
        const values = itemUtilities(fitted, utility);
        add(`${model}, ${utility}`, rankByUtility(values));
        if (/^di.*y$|^disc/.test(utility)) {
          add(`${model}, minus ${utility}`, rankByUtility(values.map((value) => -value)));
        }
      }
    }
  }
}
console.log('| choice | mean gain in SPA | better than random |\n| --- | ---: | ---: |');
for (const [way, values] of gains) {
  const better = values.filter((gain) => gain > 0).length;
  console.log(`| ${way} | ${mean(values).toFixed(4)} | ${better} of ${values.length} |`);
}
