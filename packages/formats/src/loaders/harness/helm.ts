import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from '@goldpan/core';
import { unusableInput } from '../../errors.js';
import { openError } from '../../io/open-file.js';
import { CellTable } from '../../tables/cell-table.js';
import { recordsOf, type SourceRecord } from '../../tables/records.js';
import { scoreNames, type ScoreName } from '../../tables/score-names.js';
import { scoreOf } from '../../tables/score-of.js';
import type { Intake } from '../../reading/intake.js';
import { jsonObject } from '../json-object.js';
import { defineLoader } from '../loader.js';
import { harnessOptions } from './harness-options.js';
import { SystemNames } from './system-names.js';
import { labelText } from '../../json/json-text.js';

const options = z.object({
  ...harnessOptions,
  split: z.string().optional().describe('keep the instances of one split, such as test; default: all'),
});

type HelmOptions = z.infer<typeof options>;

/** Statistics that say how a run went, not how good its output is; left out unless they are named. */
const BOOKKEEPING =
  /^(num_|inference_|training_|finish_reason_|batch_size|max_prob|predicted_index|prompt_truncated|logprob|references_rank)/;

/** What tells a run folder, with one of the files that hold its instances. */
const STATISTICS = 'per_instance_stats.json';
const INSTANCES = ['instances.json', 'scenario_state.json'];
/** The name of a run folder in the folder of a suite. */
const RUN = /^[^:]+:(.*,)?model=[^,]/;

/** Run folders of HELM. */
export const helmLoader = defineLoader({
  name: 'helm',
  summary: 'Run folders of HELM; the models of a scenario are joined on the instance, trials are averaged.',
  input:
    'one or more run folders (with per_instance_stats.json, and instances.json or scenario_state.json), or the folder of a suite',
  options,
  detect: ({ folder = [] }) =>
    (folder.includes(STATISTICS) && INSTANCES.some((name) => folder.includes(name))) ||
    folder.some((name) => RUN.test(name)),
  async *load(paths, options, intake) {
    const cells = new CellTable();
    const names = new SystemNames(options.systems);
    for (const folder of await runFolders(paths)) {
      const { system, scenario } = await runOf(folder, intake);
      const run = { folder, scenario, system: names.next(folder, { own: system, task: scenario }) };
      await new RunReader(run, options, { cells, intake }).read();
    }
    if (cells.repeated > 0) intake.note(`cells with several trials: ${cells.repeated}; their mean counts`);
    yield* cells.items();
  },
});

interface Run {
  readonly folder: string;
  readonly scenario: string;
  readonly system: string;
}

async function runFolders(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await stat(path).catch(async (error: unknown) => {
      throw await openError(error, path);
    });
    const names = (await readdir(path).catch(() => [] as string[])).sort();
    const inner = names.map((name) => join(path, name));
    const runs = names.includes('per_instance_stats.json') ? [path] : await filter(inner, isRun);
    if (runs.length === 0)
      throw unusableInput(
        path,
        'must be a run folder of HELM, or hold some',
        'name the folder with per_instance_stats.json',
      );
    found.push(...runs);
  }
  return found;
}

async function isRun(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [] as string[])).includes('per_instance_stats.json');
}

async function filter(paths: readonly string[], keep: (path: string) => Promise<boolean>): Promise<string[]> {
  const kept = await Promise.all(paths.map(keep));
  return paths.filter((_, at) => kept[at]);
}

/** Model and scenario of a run: from its specification, otherwise from the name of its folder, `SCENARIO:…,model=MODEL,…`. */
async function runOf(folder: string, intake: Intake): Promise<{ system: string; scenario: string }> {
  const hasSpec = (await readdir(folder)).includes('run_spec.json');
  const spec = hasSpec ? jsonObject(await intake.json(join(folder, 'run_spec.json'))) : undefined;
  const name = typeof spec?.name === 'string' ? spec.name : basename(folder);
  const [, model] = /(?:^|[:,])model=([^,]+)/.exec(name) ?? [];
  const own: unknown = jsonObject(spec?.adapter_spec)?.model;
  const scenario = name.replace(/([:,])model=[^,]+,?/, '$1').replace(/[:,]$/, '');
  return { system: typeof own === 'string' ? own : (model ?? name), scenario };
}

class RunReader {
  readonly #run: Run;
  readonly #options: HelmOptions;
  readonly #cells: CellTable;
  readonly #intake: Intake;
  readonly #nameOf: (name: string) => ScoreName;

  constructor(run: Run, options: HelmOptions, { cells, intake }: { cells: CellTable; intake: Intake }) {
    this.#run = run;
    this.#options = options;
    this.#cells = cells;
    this.#intake = intake;
    this.#nameOf = scoreNames(options);
  }

  async read(): Promise<void> {
    const splits = new Map<string, string>();
    const files = await readdir(this.#run.folder);
    const [instances, predictions] = files.includes('instances.json')
      ? [await this.#records('instances.json'), () => this.#records('display_predictions.json')]
      : await this.#requests();
    for (const record of instances) {
      if (!isPerturbed(record.value))
        splits.set(labelText(record.value.id), labelText(record.value.split ?? ''));
      if (!isPerturbed(record.value) && this.#intake.texts)
        this.#sources.set(labelText(record.value.id), record.value);
    }
    for (const record of await this.#records('per_instance_stats.json')) this.#stats(record, splits);
    if (this.#intake.texts) for (const record of await predictions()) this.#prediction(record);
  }

  /** Instances and predictions as `scenario_state.json` holds them, which HELM writes where it makes no files for its web pages. */
  async #requests(): Promise<[SourceRecord[], () => Promise<SourceRecord[]>]> {
    const path = join(this.#run.folder, 'scenario_state.json');
    const states: unknown = jsonObject(await this.#intake.json(path, { python: true }))?.request_states;
    if (!Array.isArray(states))
      throw unusableInput(path, 'must have "request_states"', 'take the folder that HELM wrote, complete');
    const instances = states.map((state: unknown) => jsonObject(jsonObject(state)?.instance));
    const predictions = states.map((state: unknown, at) => ({
      instance_id: instances[at]?.id,
      perturbation: instances[at]?.perturbation,
      predicted_text: jsonObject(jsonObject(state)?.result)?.completions?.[0]?.text,
    }));
    const recordsIn = (values: readonly unknown[]) => recordsOf(values, path, this.#intake);
    return [recordsIn(instances), () => Promise.resolve(recordsIn(predictions))];
  }

  async #records(name: string): Promise<SourceRecord[]> {
    const path = join(this.#run.folder, name);
    const value = await this.#intake.json(path, { python: true });
    if (!Array.isArray(value))
      throw unusableInput(path, 'must be an array', 'take the folder that HELM wrote, complete');
    return recordsOf(value, path, this.#intake);
  }

  readonly #sources = new Map<string, Readonly<Record<string, any>>>();

  #stats({ value, where, reject }: SourceRecord, splits: ReadonlyMap<string, string>): void {
    const { instance_id: instance, stats } = value;
    if (typeof instance !== 'string' || !Array.isArray(stats))
      return reject('must have "instance_id" and "stats"');
    if (isPerturbed(value)) return this.#intake.note('perturbed instances were left out');
    const { split } = this.#options;
    if (split !== undefined && splits.get(instance) !== split)
      return this.#intake.note(`instances of other splits than ${split} were left out`);
    const item = this.#cells.item(`${this.#run.scenario}:${instance}`, where);
    this.#cells.set(item, 'domain', this.#run.scenario);
    this.#describe(item, instance);
    for (const stat of stats) {
      const { name: full, mean } = jsonObject(stat) ?? {};
      const name = labelText(jsonObject(full)?.name);
      const wanted =
        this.#options.metrics.length > 0 ? this.#options.metrics.includes(name) : !BOOKKEEPING.test(name);
      const score = scoreOf(mean);
      if (!wanted || score === undefined || isPerturbed(jsonObject(full) ?? {})) continue;
      const { metric, sign } = this.#nameOf(name);
      this.#cells.add(item, { system: this.#run.system, metric, repeat: 'next' }, sign * score);
    }
  }

  #describe(item: number, instance: string): void {
    const value = this.#sources.get(instance);
    const text: unknown = jsonObject(value?.input)?.text;
    if (typeof text === 'string') this.#cells.set(item, 'src', text);
    const references: unknown[] = Array.isArray(value?.references) ? value.references : [];
    const correct = references.map(jsonObject).find((reference) => reference?.tags?.includes?.('correct'));
    const reference: unknown = jsonObject(correct?.output)?.text;
    if (typeof reference === 'string') this.#cells.set(item, 'ref', reference);
  }

  #prediction({ value }: SourceRecord): void {
    const item = this.#cells.positionOf(`${this.#run.scenario}:${labelText(value.instance_id)}`);
    if (item === undefined || isPerturbed(value) || typeof value.predicted_text !== 'string') return;
    // Of several trials the output of the first is shown.
    this.#cells.output(item, this.#run.system, value.predicted_text);
  }
}

function isPerturbed(value: Readonly<Record<string, any>>): boolean {
  return value.perturbation !== undefined && value.perturbation !== null;
}
