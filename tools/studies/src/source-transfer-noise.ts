// How honest is the interval of a source model's validation? Trains on real sources with utilities that have nothing to do
// with them but hang together within documents, and counts how often the interval lies above or below zero.
// Run: node --conditions=@goldpan/source --import tsx tools/studies/src/source-transfer-noise.ts FOLDER [--trainings 100]
// FOLDER holds the data sets named below as NAME.jsonl. Prints Markdown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stream } from '@goldpan/core';
import { trainSourceModel } from '@goldpan/selector-source';

const { values, positionals } = parseArgs({
  options: { trainings: { type: 'string', default: '100' } },
  allowPositionals: true,
});
const trainings = Number(values.trainings);

console.log('| sources of | trainings | interval above zero | below zero | mean correlation |');
console.log('| --- | ---: | ---: | ---: | ---: |');
for (const name of ['wmt24_en-cs_esa', 'biomqm_de-en', 'summeval']) {
  const lines = readFileSync(join(positionals[0], `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  const items = lines.map((line) => JSON.parse(line) as { src: string; doc: string | number });
  let [above, below, sum] = [0, 0, 0];
  for (let training = 0; training < trainings; training++) {
    const rng = stream(training, 'source-transfer-noise');
    const triangular = () => rng.next() + rng.next() - 1;
    const effects = new Map(items.map(({ doc }): [string, number] => [String(doc), triangular()]));
    const documents = items.map(({ doc }) => String(doc));
    const utilities = documents.map((document) => effects.get(document)! + 0.5 * triangular());
    const sources = items.map(({ src }) => src);
    const set = { name, sha256: '0'.repeat(64), sources, documents, utilities };
    const { validation } = await trainSourceModel([set], { bits: 13 });
    above += Number(validation.low > 0);
    below += Number(validation.high < 0);
    sum += validation.rankCorrelation;
  }
  console.log(`| ${[name, trainings, above, below, (sum / trainings).toFixed(3)].join(' | ')} |`);
}
