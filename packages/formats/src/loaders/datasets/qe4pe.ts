import { DEFAULT_TARGET, z } from '@goldpan/core';
import { directionOptions, ratingOptions } from '../../tables/column-options.js';
import type { SourceRecord } from '../../tables/records.js';
import { scoreOf } from '../../tables/score-of.js';
import { defineLoader } from '../loader.js';
import { ratedItems, type Into } from './rated-items.js';
import { labelText } from '../../json/json-text.js';

const options = z.object({
  langs: z.array(z.string()).default([]).describe('target languages such as ita; default: all'),
  metrics: z
    .array(z.string())
    .default([])
    .describe('scores to keep, without their prefix: xcomet stands for mt_xcomet and pe_xcomet'),
  ...ratingOptions,
  ...directionOptions,
});

type Qe4peOptions = z.infer<typeof options>;

/** QE4PE: a machine translation and its post-edits by several translators are the systems. */
export const qe4peLoader = defineLoader({
  name: 'qe4pe',
  summary: 'QE4PE: machine translations and their post-edits, with ESA ratings.',
  input: 'processed_main.csv of the dataset gsarti/qe4pe, or its rows as Parquet',
  options,
  load: (paths, options, intake) => ratedItems(paths, { options, intake }, take),
});

function take({ value, where, reject }: SourceRecord, { cells, options, intake }: Into<Qe4peOptions>): void {
  const { doc_id, segment_in_doc_id, tgt_lang, translator_main_id, src_text, wmt_category } = value;
  const key = [doc_id, segment_in_doc_id, tgt_lang, translator_main_id];
  if (key.some((part) => part === undefined || part === null || part === '')) {
    return reject('a row must have "doc_id", "segment_in_doc_id", "tgt_lang" and "translator_main_id"');
  }
  if (options.langs.length > 0 && !options.langs.includes(labelText(tgt_lang))) return;
  const id = [tgt_lang, doc_id, segment_in_doc_id].map(labelText).join(':');
  const item = cells.item(id, where);
  cells.set(item, 'doc', labelText(doc_id));
  if (wmt_category) cells.set(item, 'domain', labelText(wmt_category));
  if (intake.texts && typeof src_text === 'string') cells.set(item, 'src', src_text);
  for (const [prefix, system] of [
    ['mt', 'mt'],
    ['pe', labelText(translator_main_id)],
  ] as const) {
    const text: unknown = value[`${prefix}_text`];
    if (intake.texts && typeof text === 'string') cells.output(item, system, text);
    const annotator = labelText(value[`qa_${prefix}_annotator_id`] ?? '');
    const cell = { system, metric: DEFAULT_TARGET, annotator };
    const rating = scoreOf(value[`qa_${prefix}_esa_rating`]);
    // The rating of the machine translation stands in the row of every translator who edited it.
    if (rating !== undefined && !cells.has(item, cell)) cells.add(item, cell, rating);
    for (const metric of options.metrics) {
      const score = scoreOf(value[`${prefix}_${metric}`]);
      if (score !== undefined && !cells.has(item, { system, metric }))
        cells.add(item, { system, metric }, score);
    }
  }
}
