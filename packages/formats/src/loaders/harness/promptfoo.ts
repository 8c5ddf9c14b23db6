import { z } from '@goldpan/core';
import { unusableInput } from '../../errors.js';
import { CellTable } from '../../tables/cell-table.js';
import { records, recordsOf, type SourceRecord } from '../../tables/records.js';
import { scoreNames, type ScoreName } from '../../tables/score-names.js';
import { scoreOf } from '../../tables/score-of.js';
import type { Intake } from '../../reading/intake.js';
import { jsonObject } from '../json-object.js';
import { defineLoader } from '../loader.js';
import { harnessOptions } from './harness-options.js';
import { labelText } from '../../json/json-text.js';

const options = z.object({
  human: harnessOptions.human,
  'lower-is-better': harnessOptions['lower-is-better'],
  metrics: harnessOptions.metrics,
});

type PromptfooOptions = z.infer<typeof options>;

/** Results of promptfoo: every provider with every prompt is a system. */
export const promptfooLoader = defineLoader({
  name: 'promptfoo',
  summary:
    'Results of promptfoo; a system is a provider, or a provider with a prompt where there are several.',
  input: 'the output file of promptfoo eval, .json or .jsonl',
  options,
  detect: ({ start }) => /^\s*\{\s*"evalId"\s*:/.test(start.toString('utf8', 0, 200)),
  async *load(paths, options, intake) {
    const cells = new CellTable();
    for (const path of paths) {
      const rows = /\.jsonl(\.gz)?$/i.test(path)
        ? await lineRows(path, intake)
        : await documentRows(path, intake);
      const severalPrompts = hasSeveralPrompts(rows);
      for (const row of rows) take(row, { cells, options, intake, severalPrompts });
    }
    if (cells.repeated > 0) intake.note(`cells with several results: ${cells.repeated}; their mean counts`);
    yield* cells.items();
  },
});

/** Whether a provider ran with more than one prompt; `promptIdx` counts pairs of provider and prompt. */
function hasSeveralPrompts(rows: readonly SourceRecord[]): boolean {
  const prompts = new Map<unknown, unknown>();
  return rows.some(({ value }) => {
    const provider = providerOf(value);
    const first = prompts.get(provider) ?? value.promptIdx;
    prompts.set(provider, first);
    return first !== value.promptIdx;
  });
}

interface Into {
  readonly cells: CellTable;
  readonly options: PromptfooOptions;
  readonly intake: Intake;
  readonly severalPrompts: boolean;
}

async function documentRows(path: string, intake: Intake): Promise<SourceRecord[]> {
  const results: unknown = jsonObject(jsonObject(await intake.json(path))?.results)?.results;
  if (Array.isArray(results)) return recordsOf(results, path, intake);
  throw unusableInput(
    path,
    'must have the array "results.results"',
    'write it with promptfoo eval -o FILE.json',
  );
}

async function lineRows(path: string, intake: Intake): Promise<SourceRecord[]> {
  const rows: SourceRecord[] = [];
  for await (const batch of records(path, intake)) rows.push(...batch);
  return rows;
}

function take({ value, where, reject }: SourceRecord, into: Into): void {
  const { testIdx, vars } = value;
  const provider = providerOf(value);
  if (typeof testIdx !== 'number' || provider === undefined) {
    return reject('a result must have "testIdx" and "provider"');
  }
  const id = `test-${testIdx}`;
  const known = into.cells.field(id, 'vars');
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(vars ?? null)) {
    return reject(`test ${testIdx} must have the same vars for every provider; those of ${provider} differ`);
  }
  const item = into.cells.item(id, where);
  if (known === undefined && vars !== undefined) into.cells.set(item, 'vars', vars);
  const prompt: unknown = jsonObject(value.prompt)?.label ?? value.promptIdx;
  const system = into.severalPrompts ? `${provider} ${labelText(prompt)}` : provider;
  if (into.intake.texts) takeTexts(value, { item, system, into });
  takeScores(value, { item, system, into });
}

interface Place {
  readonly item: number;
  readonly system: string;
  readonly into: Into;
}

function takeTexts(
  { vars, response }: SourceRecord['value'],
  { item, system, into: { cells } }: Place,
): void {
  const source = sourceOf(vars);
  if (source !== undefined) cells.set(item, 'src', source);
  const output: unknown = jsonObject(response)?.output;
  if (output === undefined || output === null) return;
  cells.output(item, system, typeof output === 'string' ? output : JSON.stringify(output));
}

function takeScores(value: SourceRecord['value'], { item, system, into }: Place): void {
  const { cells, options, intake } = into;
  const { score, success, namedScores, error } = value;
  if (error) intake.note('results that ended with an error have the score promptfoo gave them');
  const nameOf: (name: string) => ScoreName = scoreNames(options);
  for (const [name, raw] of Object.entries({ score, pass: success, ...jsonObject(namedScores) })) {
    const number = scoreOf(raw);
    if (number === undefined || (options.metrics.length > 0 && !options.metrics.includes(name))) continue;
    const { metric, sign } = nameOf(name);
    cells.add(item, { system, metric, repeat: 'next' }, sign * number);
  }
}

function providerOf({ provider }: Readonly<Record<string, any>>): string | undefined {
  if (typeof provider === 'string') return provider;
  const { label, id } = jsonObject(provider) ?? {};
  return [label, id].find((name): name is string => typeof name === 'string' && name !== '');
}

/** The text of the only variable, or all of them as JSON. */
function sourceOf(vars: unknown): string | undefined {
  const values = Object.values(jsonObject(vars) ?? {});
  if (values.length === 0) return undefined;
  return values.length === 1 && typeof values[0] === 'string' ? values[0] : JSON.stringify(vars);
}
