import { DEFAULT_TARGET, z } from '@goldpan/core';
import { CellTable } from '../../tables/cell-table.js';
import { directionOptions } from '../../tables/column-options.js';
import { records, type SourceRecord } from '../../tables/records.js';
import { scoreOf } from '../../tables/score-of.js';
import type { Intake } from '../../reading/intake.js';
import { jsonObject } from '../json-object.js';
import { defineLoader } from '../loader.js';
import { labelText } from '../../json/json-text.js';

const options = z.object({
  target: z
    .string()
    .default('normalized_acu')
    .describe('the annotation that becomes "human"; the others become human_NAME'),
  ...directionOptions,
});

type RoseOptions = z.infer<typeof options>;

/** RoSE: summaries with atomic content units that annotators found in them. */
export const roseLoader = defineLoader({
  name: 'rose',
  summary: 'RoSE: summaries judged by atomic content units and other protocols.',
  input: 'the rows of Salesforce/rose as .jsonl, .json or .parquet',
  options,
  detect: ({ record }) =>
    jsonObject(record?.annotations) !== undefined &&
    jsonObject(record?.system_outputs ?? record?.model_outputs) !== undefined,
  async *load(paths, options, intake) {
    const cells = new CellTable({ rule: 'mean', lowerIsBetter: options['lower-is-better'] });
    for (const path of paths) {
      for await (const batch of records(path, intake))
        for (const record of batch) take(record, { cells, options, intake });
    }
    yield* cells.items();
  },
});

interface Into {
  readonly cells: CellTable;
  readonly options: RoseOptions;
  readonly intake: Intake;
}

function take({ value, where, reject }: SourceRecord, { cells, options, intake }: Into): void {
  const { example_id, count_id, source, reference } = value;
  const annotations = jsonObject(value.annotations);
  const id = labelText(example_id ?? count_id ?? '');
  if (id === '' || annotations === undefined) return reject('a row must have "example_id" and "annotations"');
  if (cells.positionOf(id) !== undefined)
    return reject(`item ${JSON.stringify(id)} must be unique; an earlier row has it too`);
  const item = cells.item(id, where);
  if (intake.texts) {
    if (typeof source === 'string') cells.set(item, 'src', source);
    if (typeof reference === 'string') cells.set(item, 'ref', reference);
    for (const [system, text] of Object.entries(
      jsonObject(value.system_outputs ?? value.model_outputs) ?? {},
    )) {
      if (typeof text === 'string') cells.output(item, system, text);
    }
  }
  for (const [system, judged] of Object.entries(annotations)) {
    for (const [name, annotation] of Object.entries(jsonObject(judged) ?? {})) {
      const score = Array.isArray(annotation) ? undefined : scoreOf(annotation);
      const metric = name === options.target ? DEFAULT_TARGET : `${DEFAULT_TARGET}_${name}`;
      if (score !== undefined) cells.add(item, { system, metric }, score);
      else intake.note(`the annotation ${JSON.stringify(name)} is not a number and was left out`);
    }
  }
}
