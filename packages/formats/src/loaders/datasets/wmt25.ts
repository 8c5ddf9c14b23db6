import { DEFAULT_TARGET, z } from '@goldpan/core';
import type { CellTable } from '../../tables/cell-table.js';
import { directionOptions, ratingOptions } from '../../tables/column-options.js';
import type { SourceRecord } from '../../tables/records.js';
import { scoreOf } from '../../tables/score-of.js';
import { jsonObject } from '../json-object.js';
import { defineLoader } from '../loader.js';
import { probeInput } from '../probe.js';
import { ratedItems, type Into } from './rated-items.js';
import { basename } from 'node:path';

const options = z.object({
  langs: z.array(z.string()).default([]).describe('language pairs such as en-cs_CZ; default: all'),
  ...ratingOptions,
  ...directionOptions,
});

type Wmt25Options = z.infer<typeof options>;

/** What stands between the parts of a document's name: `LANGS_#_DOMAIN_#_DOCUMENT_#_SEGMENT`. */
const BETWEEN = '_#_';

/** The human judgements of WMT25 and, beside them, its automatic scores. */
export const wmt25Loader = defineLoader({
  name: 'wmt25',
  summary: 'Human judgements of the WMT25 general task, with the automatic scores of its systems.',
  input: 'wmt25-genmt-humeval.jsonl, and any of the files automatic_scores/SYSTEM.jsonl',
  options,
  detect: ({ record }) =>
    typeof record?.doc_id === 'string' &&
    jsonObject(record.tgt_text) !== undefined &&
    jsonObject(record.scores) !== undefined,
  async *load(paths, options, intake) {
    const files = await judgementsFirst(paths);
    yield* ratedItems(files, { options, intake }, (record, into, path) => {
      if (record.value.metric_scores === undefined) takeJudgements(record, into);
      else takeMetrics(record, into, basename(path).replace(/\.jsonl(\.gz)?$/, ''));
    });
  },
});

/** The files with judgements come first: automatic scores are added to the segments that were judged. */
async function judgementsFirst(paths: readonly string[]): Promise<string[]> {
  const probed = await Promise.all(
    paths.map(async (path) => ({
      path,
      metrics: (await probeInput(path)).record?.metric_scores !== undefined,
    })),
  );
  return [...probed.filter(({ metrics }) => !metrics), ...probed.filter(({ metrics }) => metrics)].map(
    ({ path }) => path,
  );
}

function takeJudgements(
  { value, where, reject }: SourceRecord,
  { cells, options, intake }: Into<Wmt25Options>,
): void {
  const { doc_id: id, src_text: source, tgt_text, scores } = value;
  const outputs = jsonObject(tgt_text);
  const judged = jsonObject(scores);
  if (typeof id !== 'string' || outputs === undefined || judged === undefined) {
    return reject('a segment must have "doc_id", "tgt_text" and "scores"; take the file of human judgements');
  }
  const [langs, domain, ...rest] = id.split(BETWEEN);
  if (options.langs.length > 0 && !options.langs.includes(langs)) return;
  const item = cells.item(id, where);
  const document = [langs, domain, ...rest.slice(0, -1)].join(BETWEEN);
  cells.set(item, 'domain', domain ?? '');
  cells.set(item, 'doc', document);
  if (intake.texts && typeof source === 'string') cells.set(item, 'src', source);
  if (intake.texts) takeOutputs(cells, item, { outputs, judged });
  takeRatings(cells, item, judged);
}

type Fields = Readonly<Record<string, unknown>>;

/** A reference that was judged is a system; one that was not is the reference. */
function takeOutputs(
  cells: CellTable,
  item: number,
  { outputs, judged }: { outputs: Fields; judged: Fields },
): void {
  for (const [system, text] of Object.entries(outputs)) {
    if (typeof text !== 'string') continue;
    if (system.startsWith('ref') && !Object.hasOwn(judged, system)) cells.set(item, 'ref', text);
    else cells.output(item, system, text);
  }
}

/** `human`, `human1` and `human2` are ratings of the cell; other numbers are metrics. */
function takeRatings(cells: CellTable, item: number, judged: Fields): void {
  for (const [system, ratings] of Object.entries(judged)) {
    for (const [name, rating] of Object.entries(jsonObject(ratings) ?? {})) {
      const score = scoreOf(rating);
      if (score === undefined) continue;
      const key = /^human\d*$/.test(name) ? { metric: DEFAULT_TARGET, annotator: name } : { metric: name };
      cells.add(item, { system, ...key }, score);
    }
  }
}

function takeMetrics(
  { value, reject }: SourceRecord,
  { cells, options, intake }: Into<Wmt25Options>,
  system: string,
): void {
  const { document_id: document, metric_scores } = value;
  const metrics = jsonObject(metric_scores);
  if (typeof document !== 'string' || metrics === undefined)
    return reject('automatic scores must have "document_id" and "metric_scores"');
  if (options.langs.length > 0 && !options.langs.includes(document.split(BETWEEN)[0])) return;
  for (const [metric, scores] of Object.entries(metrics)) {
    if (!Array.isArray(scores)) continue;
    scores.forEach((score: unknown, segment) => {
      const item = cells.positionOf(`${document}${BETWEEN}${segment}`);
      const number = scoreOf(score);
      if (item === undefined)
        intake.note('automatic scores of segments without human judgements were left out');
      else if (number !== undefined) cells.add(item, { system, metric }, number);
    });
  }
}
