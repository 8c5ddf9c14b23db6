import { z, type Dataset } from '@goldpan/core';
import { cannotExport } from '../errors.js';
import type { ItemsFile } from '../items/items-file.js';
import { writeFileAtomic } from '../io/write-file-atomic.js';
import { csvLosses, type JudgementCounts } from './csv-losses.js';
import { JUDGEMENT_COLUMNS, judgementRows } from './judgement-rows.js';
import { jsonObject } from '../loaders/json-object.js';
import { csvRow } from '../tables/csv-row.js';
import { OWN_COLUMN } from '../tables/own-column.js';
import { neutralText } from '../tables/neutral-text.js';
import { defineExporter } from './exporter.js';

const options = z.object({
  layout: z
    .enum(['rows', 'columns'])
    .default('rows')
    .describe('a row per item, system and metric, or one column per metric'),
  texts: z.boolean().default(true).describe('write sources, references and outputs, each once'),
});

type CsvOptions = z.infer<typeof options>;

/** A CSV file with a row per item and system, which `long-table` reads back. */
export const longCsvExporter = defineExporter({
  name: 'long-csv',
  summary: 'CSV with a row per item, system and metric (or a column per metric).',
  output: 'a .csv or .csv.gz file',
  options,
  async export(source, path, options, { signal }) {
    const clash =
      options.layout === 'columns' &&
      source.file.dataset.metrics.find((metric) => FIXED_COLUMNS.includes(metric));
    if (clash) {
      const problem = `a metric may not be called ${JSON.stringify(clash)} where metrics are columns, because another column is`;
      throw cannotExport('long-csv', problem, 'use layout=rows');
    }
    const counts = { empty: 0, other: 0, rows: 0, runs: 0 };
    const { dataset } = source.file;
    const order = source.items ?? Uint32Array.from({ length: dataset.size }, (_, item) => item);
    await writeFileAtomic(path, csvLines(source.file, order, { options, counts }), { signal });
    const notes = [
      ...(counts.empty > 0 ? [`items without scores and outputs, which got no row: ${counts.empty}`] : []),
      ...csvLosses(dataset, order, counts),
    ];
    return { files: [path], items: order.length - counts.empty, notes };
  },
});

/** Columns of the item, by its field; texts stand in its first row only. */
const ITEM_COLUMNS = {
  source: 'src',
  reference: 'ref',
  document: 'doc',
  domain: 'domain',
  cost: 'cost',
} as const;

const FIXED_COLUMNS = [
  'item',
  'system',
  'output',
  'metric',
  'score',
  ...JUDGEMENT_COLUMNS,
  ...Object.keys(ITEM_COLUMNS),
  OWN_COLUMN,
];

async function* csvLines(
  file: ItemsFile,
  order: ArrayLike<number>,
  { options, counts }: { options: CsvOptions; counts: Counts },
): AsyncGenerator<string> {
  const { dataset } = file;
  const judged = options.layout === 'rows' && dataset.judgements !== undefined;
  const scoreColumns =
    options.layout === 'rows'
      ? ['metric', 'score', ...(judged ? JUDGEMENT_COLUMNS : [])]
      : dataset.metrics.map(neutralText);
  yield csvRow(['item', 'system', ...scoreColumns, 'output', ...Object.keys(ITEM_COLUMNS), OWN_COLUMN]);
  let next = 0;
  for await (const record of file.records(order)) {
    const rows = [...itemRows(dataset, { record, item: order[next++], options, judged, counts })];
    if (rows.length === 0) counts.empty++;
    yield* rows;
  }
}

interface Counts extends JudgementCounts {
  /** Items without a row. */
  empty: number;
}

interface ItemToWrite {
  readonly record: Readonly<Record<string, unknown>>;
  readonly item: number;
  readonly options: CsvOptions;
  /** Whether a row may be a judgement. */
  readonly judged: boolean;
  readonly counts: Counts;
}

function* itemRows(
  dataset: Dataset,
  { record, item, options, judged, counts }: ItemToWrite,
): Generator<string> {
  const outputs = jsonObject(record.tgt) ?? {};
  let fields = Object.values(ITEM_COLUMNS).map((field) =>
    fieldText(record[field], options.texts || !['src', 'ref'].includes(field)),
  );
  for (const [s, system] of dataset.systems.entries()) {
    const scores = dataset.metrics.map(
      (metric) => dataset.scores(metric).values[item * dataset.systems.length + s],
    );
    let output = options.texts && Object.hasOwn(outputs, system) ? fieldText(outputs[system], true) : '';
    const cellsOfRows = judged
      ? judgementRows(dataset, { item, system: s, scores, counts })
      : scoreCells(dataset.metrics, scores, options.layout);
    for (const cells of cellsOfRows) {
      if (cells.every((cell) => cell === '') && output === '') continue;
      yield csvRow([neutralText(dataset.ids[item]), neutralText(system), ...cells, output, ...fields, '1']);
      output = '';
      fields = fields.map(() => '');
    }
  }
}

/** The score columns of the rows of one item and system. */
function scoreCells(
  metrics: readonly string[],
  scores: readonly number[],
  layout: 'rows' | 'columns',
): string[][] {
  const texts = scores.map((score) => (Number.isNaN(score) ? '' : String(score)));
  if (layout === 'columns') return [texts];
  const rows = metrics.flatMap((metric, m) => (texts[m] === '' ? [] : [[neutralText(metric), texts[m]]]));
  return rows.length > 0 ? rows : [['', '']];
}

function fieldText(value: unknown, wanted: boolean): string {
  if (!wanted || value === undefined || value === null) return '';
  return typeof value === 'number' ? String(value) : neutralText(String(value));
}
