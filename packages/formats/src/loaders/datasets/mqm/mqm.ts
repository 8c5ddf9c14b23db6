import { DEFAULT_TARGET, errorWeightOf, isErrorWeight, MQM_WEIGHTS, z } from '@goldpan/core';
import { unusableInput } from '../../../errors.js';
import type { Intake } from '../../../reading/intake.js';
import { CellTable } from '../../../tables/cell-table.js';
import { directionOptions, ratingOptions } from '../../../tables/column-options.js';
import { defineLoader } from '../../loader.js';
import { ratingNotes } from '../../rating-notes.js';
import { markRow } from './mark-row.js';
import { MarkedCells } from './marked-cells.js';
import { mqmHeader, type MqmHeader } from './mqm-columns.js';
import { mqmNotes } from './mqm-notes.js';
import { segmentScore, type SegmentScore } from './segment-scores.js';

const options = z.object({
  weights: z
    .array(z.string().refine(isErrorWeight, 'write such as major=5 or minor:fluency/punctuation=0.1'))
    .default([])
    .describe(
      'what errors cost, before the published weights: SEVERITY=5, SEVERITY:CATEGORY=0.1, :CATEGORY=0; a category is named by its beginning',
    ),
  segments: z
    .enum(['global', 'document'])
    .default('global')
    .describe('whether segments are numbered through, or anew in every document'),
  'references-as-systems': z
    .boolean()
    .default(true)
    .describe('keep references that were judged (refA, ref-B …) as systems'),
  pause: z
    .number()
    .positive()
    .default(300)
    .describe('seconds between two actions of a rater up to which nothing counts as a pause'),
  ...ratingOptions,
  ...directionOptions,
});

/** How tables of MQM marks are read. */
export type MqmOptions = z.infer<typeof options>;

/** MQM annotations as WMT publishes them: tables with one row per error. */
export const mqmLoader = defineLoader<MqmOptions>({
  name: 'mqm',
  summary: 'MQM annotations of WMT: one row per marked error, several raters; 0 = no error.',
  input: 'one or more tables (.tsv, .tsv.gz, .tar.gz), segment scores (avg_seg_scores) among them or alone',
  options,
  detect: ({ start }) => mqmHeader(headerOf(start.toString('utf8'))) !== undefined,
  async *load(paths, options, intake) {
    const marks = new MarkedCells([...options.weights.map(errorWeightOf), ...MQM_WEIGHTS]);
    const published: SegmentScore[] = [];
    for (const path of paths) await readTable(path, intake, { marks, published, options });
    const { rule, 'keep-annotators': keepAnnotators, 'lower-is-better': lowerIsBetter } = options;
    const cells = new CellTable({ rule, keepAnnotators, lowerIsBetter });
    if (marks.items.size === 0)
      for (const { item, system, score, line } of published)
        cells.add(cells.item(item, `${line.path}:${line.number}`), { system, metric: DEFAULT_TARGET }, score);
    else {
      fill(cells, marks, { options, texts: intake.texts });
      mqmNotes(marks, published, intake);
      ratingNotes(cells, rule, intake);
    }
    yield* cells.items();
  },
});

/** The first line that is no comment. */
function headerOf(text: string): string {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  return lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
}

interface Into {
  readonly marks: MarkedCells;
  readonly published: SegmentScore[];
  readonly options: MqmOptions;
}

async function readTable(path: string, intake: Intake, { marks, published, options }: Into): Promise<void> {
  let header: MqmHeader | undefined;
  for await (const lines of intake.textLines(path)) {
    for (const line of lines) {
      if (line.text.trim() === '') continue;
      if (header === undefined) {
        if (line.text.startsWith('#')) continue;
        header = mqmHeader(line.text.replace(/^\ufeff/, ''));
        if (header === undefined)
          throw unusableInput(
            path,
            'must begin with the names of its columns, system, rater, category, severity and seg_id (or globalSegId) among them',
            'check that it is a table of MQM marks; another table is read as long-table',
          );
      } else if (header.kind === 'scores') {
        const score = segmentScore(line, header);
        if (typeof score === 'string') intake.reject(line, score);
        else if (score !== undefined) published.push(score);
      } else {
        const row = markRow(line, header, options.segments);
        const problem = typeof row === 'string' ? row : marks.take(row);
        if (problem !== undefined) intake.reject(line, problem);
      }
    }
  }
}

const REFERENCE = /^ref(erence)?([-_ ]?[A-Za-z0-9])?$/;

function fill(
  cells: CellTable,
  { items, judgements, times }: MarkedCells,
  { options, texts }: { options: MqmOptions; texts: boolean },
): void {
  const keeps = (system: string) => options['references-as-systems'] || !REFERENCE.test(system);
  for (const [id, { document, source, origin, outputs }] of items) {
    const item = cells.item(id, origin);
    if (document !== '') cells.set(item, 'doc', document);
    if (!texts) continue;
    if (source !== '') cells.set(item, 'src', source);
    for (const [system, text] of outputs) {
      if (REFERENCE.test(system)) cells.set(item, 'ref', text);
      if (keeps(system)) cells.output(item, system, text);
    }
  }
  const seconds = times.seconds(options.pause);
  for (const [name, { item, system, rater, penalty, spans, time, spoilt }] of judgements) {
    if (spoilt || !keeps(system)) continue;
    const took = seconds.get(name);
    const details = { spans, ...(took !== undefined && { seconds: took }), ...(time && { time }) };
    const key = { system, metric: DEFAULT_TARGET, annotator: rater };
    cells.add(cells.positionOf(item)!, key, 0 - penalty, details);
  }
}
