import { z } from '@goldpan/core';
import { CellTable } from '../../tables/cell-table.js';
import { records, type SourceRecord } from '../../tables/records.js';
import { scoreNames, type ScoreName } from '../../tables/score-names.js';
import { scoreOf } from '../../tables/score-of.js';
import type { Intake } from '../../reading/intake.js';
import { jsonObject } from '../json-object.js';
import { defineLoader } from '../loader.js';
import { probeInput } from '../probe.js';
import { harnessOptions } from './harness-options.js';
import { SystemNames } from './system-names.js';
import { labelText } from '../../json/json-text.js';

const options = z.object(harnessOptions);

type EvalsOptions = z.infer<typeof options>;

/** Event logs of OpenAI evals, one per model. */
export const openAiEvalsLoader = defineLoader({
  name: 'openai-evals',
  summary: 'Event logs of OpenAI evals; models are joined on the sample id.',
  input: 'one or more .jsonl logs, one per model',
  options,
  detect: ({ record }) =>
    jsonObject(record?.spec) !== undefined && Array.isArray(record?.spec.completion_fns),
  async *load(paths, options, intake) {
    const cells = new CellTable();
    const names = new SystemNames(options.systems);
    for (const path of paths) {
      const spec = jsonObject((await probeInput(path)).record?.spec) ?? {};
      const own = Array.isArray(spec.completion_fns) ? spec.completion_fns.map(labelText).join(', ') : path;
      const task = labelText(spec.eval_name ?? '');
      const system = names.next(path, { own, task });
      for await (const batch of records(path, intake)) {
        for (const record of batch) take(record, { cells, options, intake, system, task });
      }
    }
    if (cells.repeated > 0) intake.note(`cells with several events: ${cells.repeated}; their mean counts`);
    yield* cells.items();
  },
});

interface Into {
  readonly cells: CellTable;
  readonly options: EvalsOptions;
  readonly intake: Intake;
  readonly system: string;
  readonly task: string;
}

function take({ value, where, reject }: SourceRecord, { cells, options, intake, system, task }: Into): void {
  if (value.spec !== undefined || value.final_report !== undefined) return;
  const { sample_id: id, type } = value;
  const data = jsonObject(value.data);
  if (typeof id !== 'string' || typeof type !== 'string' || data === undefined)
    return reject('an event must have "sample_id", "type" and "data"');
  const item = cells.item(id, where);
  if (task !== '') cells.set(item, 'domain', task);
  if (intake.texts) texts(cells, item, { type, data, system });
  const nameOf: (name: string) => ScoreName = scoreNames(options);
  for (const [name, score] of scoresOf(type, data)) {
    if (options.metrics.length > 0 && !options.metrics.includes(name)) continue;
    const { metric, sign } = nameOf(name);
    cells.add(item, { system, metric }, sign * score);
  }
}

function scoresOf(type: string, data: Readonly<Record<string, unknown>>): [string, number][] {
  if (type !== 'match' && type !== 'metrics') return [];
  const found = type === 'match' ? [['match', data.correct] as const] : Object.entries(data);
  return found.flatMap(([name, value]): [string, number][] => {
    const score = scoreOf(value);
    return score === undefined ? [] : [[name, score]];
  });
}

function texts(
  cells: CellTable,
  item: number,
  event: { type: string; data: Readonly<Record<string, any>>; system: string },
): void {
  const { type, data, system } = event;
  if (type === 'match' && data.expected !== undefined) cells.set(item, 'ref', asText(data.expected));
  if (type !== 'sampling') return;
  if (data.prompt !== undefined) cells.set(item, 'src', asText(data.prompt));
  const sampled: unknown = Array.isArray(data.sampled) ? data.sampled[0] : data.sampled;
  if (typeof sampled === 'string') cells.output(item, system, sampled);
}

/** A text, the texts of chat messages, or JSON. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  const parts = Array.isArray(value)
    ? value.map((part) => (typeof part === 'string' ? part : jsonObject(part)?.content))
    : [];
  return parts.length > 0 && parts.every((part) => typeof part === 'string')
    ? parts.join('\n')
    : JSON.stringify(value);
}
