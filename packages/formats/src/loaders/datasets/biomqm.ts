import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_TARGET, z, type SpanFields } from '@goldpan/core';
import { directionOptions, ratingOptions } from '../../tables/column-options.js';
import type { SourceRecord } from '../../tables/records.js';
import { jsonObject } from '../json-object.js';
import { defineLoader } from '../loader.js';
import { ratedItems, type Into } from './rated-items.js';
import { labelText } from '../../json/json-text.js';

const options = z.object({
  'source-errors': z
    .boolean()
    .default(false)
    .describe('count errors that are marked in the source (omissions) too'),
  'references-as-systems': z.boolean().default(false).describe('keep the rated references as systems'),
  ...ratingOptions,
  ...directionOptions,
});

type BioMqmOptions = z.infer<typeof options>;

/** What an error costs, by severity in lower case. */
const WEIGHTS = new Map([
  ['neutral', 0],
  ['minor', 1],
  ['major', 5],
  ['critical', 25],
]);

/** The biomedical MQM annotations of amazon-science/bio-mqm-dataset. */
export const bioMqmLoader = defineLoader({
  name: 'biomqm',
  summary: 'Biomedical MQM annotations: error spans become a score, 0 = no error.',
  input:
    'the folder of a language pair, such as data/v2/target/main_phase/round_two/de2en, or its .json files',
  options,
  async *load(paths, options, intake) {
    yield* ratedItems(await jsonFiles(paths), { options, intake }, take);
  },
});

async function jsonFiles(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const names = await readdir(path).catch(() => undefined);
      return (
        names
          ?.filter((name) => name.endsWith('.json'))
          .sort()
          .map((name) => join(path, name)) ?? [path]
      );
    }),
  );
  return lists.flat();
}

function take({ value, where, reject }: SourceRecord, { cells, options, intake }: Into<BioMqmOptions>): void {
  const { DOC_ID: document, SEG_ID: segment, MT_Engine: system, source, target } = value;
  if ([document, segment, system].some((part) => typeof part !== 'string')) {
    return reject('a segment must have the texts "DOC_ID", "SEG_ID" and "MT_Engine"');
  }
  const id = `${document}:${segment}`;
  const severities = severitiesOf(value, options);
  const unknown = severities.find((severity) => !WEIGHTS.has(severity));
  if (unknown !== undefined) {
    const place = `item ${JSON.stringify(id)}, system ${JSON.stringify(system)}`;
    const known = [...WEIGHTS.keys()].join(', ');
    return reject(`${place}: a severity must be one of ${known}; got ${JSON.stringify(unknown)}`);
  }
  const isReference = /^reference/i.test(system);
  const item = cells.item(id, where);
  cells.set(item, 'doc', document);
  if (intake.texts && typeof source === 'string') cells.set(item, 'src', source);
  if (intake.texts && isReference && typeof target === 'string') cells.set(item, 'ref', target);
  if (isReference && !options['references-as-systems']) return;
  if (intake.texts && typeof target === 'string' && !cells.output(item, system, target)) {
    intake.note('outputs that differ between annotators of the same cell: the first one is kept');
  }
  const penalty = severities.reduce((sum, severity) => sum + WEIGHTS.get(severity)!, 0);
  const annotator = labelText(value.Annotator_ID ?? '');
  const spans = spansOf(value, options);
  cells.add(item, { system, metric: DEFAULT_TARGET, annotator }, 0 - penalty, { spans });
}

/** The severities of the errors that count, in lower case. */
function severitiesOf(value: SourceRecord['value'], options: BioMqmOptions): string[] {
  const errors = [
    ...list(value.target_errors),
    ...(options['source-errors'] ? list(value.source_errors) : []),
  ];
  return errors.map((error) => labelText(jsonObject(error)?.severity ?? '').toLowerCase());
}

/** The errors that count, as spans without a place: the data gives the words that were marked, not where they are. */
function spansOf(value: SourceRecord['value'], options: BioMqmOptions): SpanFields[] {
  const spans = (errors: unknown, where: 'src' | 'tgt') =>
    list(errors).map((error): SpanFields => {
      const { error_category, error_subcategory, severity } = jsonObject(error) ?? {};
      const category = [error_category, error_subcategory].filter((part) => typeof part === 'string');
      return { in: where, category: category.join('/'), severity: labelText(severity ?? '') };
    });
  return [
    ...spans(value.target_errors, 'tgt'),
    ...(options['source-errors'] ? spans(value.source_errors, 'src') : []),
  ];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
