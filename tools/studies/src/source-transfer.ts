// Does a model of the sources carry over from past evaluations to a new one? Leaves out one data set of a task at a time, trains on
// the others what human scores said of their items, and measures the gain of the model's choice over random selection.
// Run: node --conditions=@goldpan/source --import tsx tools/studies/src/source-transfer.ts FOLDER [--replicates 1000]
// FOLDER holds the data sets named below as NAME.jsonl. Prints Markdown.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRegistry, datasetFromItems, runSelector, type Dataset, type Item } from '@goldpan/core';
import combinePlugin from '@goldpan/selector-combine';
import sourcePlugin, { sourceScorer, trainSourceModel, type TrainingSet } from '@goldpan/selector-source';
import variancePlugin from '@goldpan/selector-variance';
import { compareSelectors, type Contestant, type ContestantResult } from '@goldpan/simulation';
import { spearman } from '@goldpan/stats';

const { values, positionals } = parseArgs({
  options: { replicates: { type: 'string', default: '1000' } },
  allowPositionals: true,
});
const [folder] = positionals;

const tasks: Readonly<Record<string, readonly string[]>> = {
  translation: ['biomqm_de-en', 'wmt23_en-de_mqm', 'wmt23_en-de_esa', 'wmt24_en-cs_esa'],
  summarisation: ['realsumm', 'summeval'],
  // Alone of its task: there is nothing to train on, only the selectors without a model can be tried.
  'story generation': ['hanna'],
};

/** What is distilled: selectors run on the human scores of the past evaluations. */
const human = { metric: 'human' };
const both = ['metric-variance', 'metric-consistency'].map((selector) => ({ selector, options: human }));
const utilities: Readonly<Record<string, Contestant>> = {
  'variance and consistency': { selector: 'combine', options: { selectors: both } },
  variance: { selector: 'metric-variance', options: human },
  consistency: { selector: 'metric-consistency', options: human },
};

const baselines: readonly Contestant[] = [
  { selector: 'source-length', options: {} },
  { selector: 'source-rarity', options: {} },
  { selector: 'source-diversity', options: {} },
];

const registry = createRegistry(
  [sourcePlugin, variancePlugin, combinePlugin].map((plugin) => ({ plugin, specifier: plugin.name })),
);

interface PastEvaluation {
  readonly name: string;
  readonly sha256: string;
  readonly dataset: Dataset;
}

function load(name: string): PastEvaluation {
  const bytes = readFileSync(join(folder, `${name}.jsonl`));
  const lines = bytes.toString('utf8').split('\n').filter(Boolean);
  const dataset = datasetFromItems(lines.map((line) => JSON.parse(line) as Item));
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), dataset };
}

async function utilitiesOf(dataset: Dataset, { selector, options }: Contestant): Promise<Float64Array> {
  return (await runSelector(registry.selector(selector), dataset, { options, registry })).utilities!;
}

/** A past evaluation without the items that share a text, or a document with such a text, with the one left out. */
async function trainingSet(
  past: PastEvaluation,
  left: PastEvaluation,
  what: Contestant,
): Promise<TrainingSet> {
  const { name, sha256, dataset } = past;
  const all = await utilitiesOf(dataset, what);
  const leftTexts = left.dataset.sources!.map((source) => lettersAndDigits(source!));
  const shared = dataset.sources!.map((source) => {
    const text = lettersAndDigits(source!);
    const middle = text.slice(Math.max(0, text.length / 2 - 30), text.length / 2 + 30);
    return leftTexts.some((other) => other.includes(middle));
  });
  const documents = dataset.documents ?? [];
  const sharedDocuments = new Set(
    documents.filter((document, item) => shared[item] && document !== undefined),
  );
  const kept = [...shared.keys()].filter((item) => !shared[item] && !sharedDocuments.has(documents[item]));
  return {
    name,
    sha256,
    sources: kept.map((item) => dataset.sources![item]),
    documents: kept.map((item) => documents[item]),
    utilities: kept.map((item) => all[item]),
  };
}

function lettersAndDigits(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const signed = (value: number, digits: number) =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;
const interval = (low: number, high: number, digits: number) =>
  `(${signed(low, digits)} to ${signed(high, digits)})`;

/** A trained model as a contestant, and what is known of it before and after its use. */
async function modelOf(left: PastEvaluation, others: readonly PastEvaluation[], utility: string) {
  const what = utilities[utility];
  const sets = await Promise.all(others.map((past) => trainingSet(past, left, what)));
  const usable = sets.filter(({ sources }) => sources.length >= 20);
  const model = await trainSourceModel(usable, { utility: `${utility} of human scores` });
  const score = sourceScorer(model);
  const predictions = left.dataset.sources!.map((source) => score(source!));
  const agreement = spearman(predictions, await utilitiesOf(left.dataset, what));
  const { rankCorrelation, low, high, grouping } = model.validation;
  return {
    utility,
    contestant: { selector: 'source', options: { model } } as unknown as Contestant,
    items: usable.reduce((sum, { sources }) => sum + sources.length, 0),
    validated: `${signed(rankCorrelation, 2)} ${interval(low, high, 2)}, by ${grouping}`,
    agreement: signed(agreement, 2),
  };
}

/** One line of the table for a set left out. */
interface Line {
  readonly cells: readonly [name: string, trainedOn: string, validated: string, agreement: string];
  readonly result: ContestantResult;
}

async function leaveOut(left: PastEvaluation, others: readonly PastEvaluation[]): Promise<Line[]> {
  const models = await Promise.all(
    (others.length > 0 ? Object.keys(utilities) : []).map((utility) => modelOf(left, others, utility)),
  );
  const { contestants } = await compareSelectors(
    {
      dataset: left.dataset,
      registry,
      contestants: [...models.map(({ contestant }) => contestant), ...baselines],
      truths: ['human'],
      replicates: Number(values.replicates),
      resampling: { unit: left.dataset.documents ? 'documents' : 'items', method: 'bootstrap' },
    },
    { workers: 0 },
  );
  return contestants.map((result, c) => {
    const model = models[c];
    if (model === undefined) return { cells: [result.selector, '–', '–', '–'], result };
    const { utility, items, validated, agreement } = model;
    return { cells: [`source (${utility})`, `${items}`, validated, agreement], result };
  });
}

/** The mean gain over the sets of a task, as if they were independent. */
function taskGain(lines: readonly Line[]) {
  const gains = lines.map(({ result }) => result.gain);
  const mean = gains.reduce((sum, gain) => sum + gain.mean, 0) / gains.length;
  const reach = Math.sqrt(gains.reduce((sum, { mean, low }) => sum + (mean - low) ** 2, 0)) / gains.length;
  return { mean, low: mean - reach, high: mean + reach };
}

function print(cells: readonly string[], { mean, low, high }: ContestantResult['gain']): void {
  const verdict = low > 0 ? 'helps' : high < 0 ? 'hurts' : 'no evidence';
  console.log(`| ${[...cells, `${signed(mean, 3)} ${interval(low, high, 3)}`, verdict].join(' | ')} |`);
}

console.log(
  '| left out | selector | trained on items | correlation in cross-validation | correlation on the set left out | gain in SPA | verdict |',
);
console.log('| --- | --- | ---: | --- | ---: | --- | --- |');
for (const [task, names] of Object.entries(tasks)) {
  const sets = names.map(load);
  const bySelector = new Map<string, Line[]>();
  for (const left of sets) {
    const others = sets.filter((set) => set !== left);
    for (const line of await leaveOut(left, others)) {
      print([left.name, ...line.cells], line.result.gain);
      bySelector.set(line.cells[0], [...(bySelector.get(line.cells[0]) ?? []), line]);
    }
  }
  for (const [selector, lines] of sets.length > 1 ? bySelector : [])
    print([`**${task}, mean**`, selector, '–', '–', '–'], taskGain(lines));
}
