import { DEFAULT_TARGET, z } from '@goldpan/core';
import { directionOptions, ratingOptions } from '../../tables/column-options.js';
import type { SourceRecord } from '../../tables/records.js';
import { scoreOf } from '../../tables/score-of.js';
import { jsonObject } from '../json-object.js';
import { defineLoader } from '../loader.js';
import { ratedItems, type Into } from './rated-items.js';

const options = z.object({
  annotators: z.enum(['expert', 'turker', 'both']).default('expert').describe('whose ratings count'),
  references: z
    .enum(['1', '6', '11'])
    .default('1')
    .describe('take the metric scores computed against that many references'),
  ...ratingOptions,
  ...directionOptions,
});

type SummEvalOptions = z.infer<typeof options>;

/** SummEval: summaries with ratings of coherence, consistency, fluency and relevance. */
export const summEvalLoader = defineLoader({
  name: 'summeval',
  summary: 'SummEval annotations: summaries rated in four dimensions by experts and crowd workers.',
  input: 'model_annotations.aligned.jsonl (paired with the articles or not), or its rows as Parquet',
  options,
  detect: ({ record }) =>
    typeof record?.model_id === 'string' &&
    typeof record.decoded === 'string' &&
    Array.isArray(record.expert_annotations),
  // The mean of the four dimensions is no judgement of its own.
  load: (paths, options, intake) => ratedItems(paths, { options, intake, derived: [DEFAULT_TARGET] }, take),
});

function take(
  { value, where, reject }: SourceRecord,
  { cells, options, intake }: Into<SummEvalOptions>,
): void {
  const { id, model_id: system, decoded, text, references } = value;
  if (typeof id !== 'string' || typeof system !== 'string')
    return reject('a row must have the texts "id" and "model_id"');
  const ratings = ratingsOf(value, options);
  if (ratings === undefined)
    return reject(
      `item ${JSON.stringify(id)}, system ${JSON.stringify(system)}: a row must have ratings of the ${options.annotators} annotators`,
    );
  const known = cells.positionOf(id);
  const { annotator: first } = ratings[0];
  if (known !== undefined && cells.has(known, { system, metric: DEFAULT_TARGET, annotator: first })) {
    return reject(
      `item ${JSON.stringify(id)} must have one row of system ${JSON.stringify(system)}; an earlier row is of both`,
    );
  }
  const item = cells.item(id, where);
  if (intake.texts && typeof decoded === 'string') cells.output(item, system, decoded);
  if (intake.texts && typeof text === 'string') cells.set(item, 'src', text);
  if (intake.texts && Array.isArray(references) && typeof references[0] === 'string')
    cells.set(item, 'ref', references[0]);
  for (const { annotator, rating } of ratings) {
    const scores = Object.entries(rating);
    for (const [dimension, score] of scores)
      cells.add(item, { system, metric: `${DEFAULT_TARGET}_${dimension}`, annotator }, score);
    const mean = scores.reduce((sum, [, score]) => sum + score, 0) / scores.length;
    if (scores.length > 0) cells.add(item, { system, metric: DEFAULT_TARGET, annotator }, mean);
  }
  for (const [metric, score] of metricsOf(value[`metric_scores_${options.references}`]))
    cells.add(item, { system, metric }, score);
}

/** The ratings of each annotator, dimension by dimension. */
function ratingsOf(value: SourceRecord['value'], { annotators }: SummEvalOptions) {
  const kinds = annotators === 'both' ? ['expert', 'turker'] : [annotators];
  const lists = kinds.map((kind) => ({ kind, list: value[`${kind}_annotations`] as unknown }));
  if (lists.some(({ list }) => !Array.isArray(list) || list.length === 0)) return undefined;
  return lists.flatMap(({ kind, list }) =>
    (list as unknown[]).map((rating, at) => ({ annotator: `${kind}${at + 1}`, rating: numbersOf(rating) })),
  );
}

function numbersOf(rating: unknown): Record<string, number> {
  const pairs = Object.entries(jsonObject(rating) ?? {}).map(
    ([name, value]) => [name, scoreOf(value)] as const,
  );
  return Object.fromEntries(pairs.filter((pair): pair is readonly [string, number] => pair[1] !== undefined));
}

/** Metric scores; those of ROUGE lie one level deeper. */
function metricsOf(scores: unknown): [string, number][] {
  return Object.entries(jsonObject(scores) ?? {}).flatMap(([name, value]): [string, number][] => {
    const score = scoreOf(value);
    return score === undefined ? metricsOf(value) : [[name, score]];
  });
}
