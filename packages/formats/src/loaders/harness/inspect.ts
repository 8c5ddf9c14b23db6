import { z } from '@goldpan/core';
import { labelText } from '../../json/json-text.js';
import { jsonText } from '../../json/json-text.js';
import { CellTable } from '../../tables/cell-table.js';
import { scoreNames } from '../../tables/score-names.js';
import { findFiles } from '../find-files.js';
import type { Intake } from '../../reading/intake.js';
import { jsonObject } from '../json-object.js';
import { defineLoader } from '../loader.js';
import { nameOf } from '../probe.js';
import { harnessOptions } from './harness-options.js';
import { readInspectLog, type InspectHead } from './inspect-log.js';
import { inspectScores } from './inspect-score.js';
import { SystemNames } from './system-names.js';

const options = z.object(harnessOptions);

type InspectOptions = z.infer<typeof options>;

/** Logs of Inspect AI. */
export const inspectLoader = defineLoader({
  name: 'inspect',
  summary: 'Logs of Inspect AI; the models of a task are joined on the sample id, epochs are averaged.',
  input: 'one or more .eval or .json logs, or a folder of them',
  options,
  detect: (probe) => {
    if (/\.eval$/i.test(nameOf(probe))) return probe.start.toString('latin1', 0, 2) === 'PK';
    return /^\s*\{\s*"version":[^{]*"status":[^{]*"eval":\s*\{/.test(probe.start.toString('utf8', 0, 2000));
  },
  async *load(paths, options, intake) {
    const into = new InspectCollector(options, intake);
    const names = new SystemNames(options.systems);
    for (const path of await findFiles(paths, /\.(eval|json)$/i)) {
      await readInspectLog(path, intake, async (log) => {
        const system = names.next(path, { own: log.head.model, task: log.head.task });
        if (log.head.status !== 'success')
          intake.note(
            `${system}, ${log.head.task}: the run has the status ${JSON.stringify(log.head.status)}`,
          );
        for await (const { sample, where } of log.samples())
          into.take(sample, { where, system, head: log.head });
      });
    }
    yield* into.items();
  },
});

interface SamplePlace {
  readonly where: string;
  readonly system: string;
  readonly head: InspectHead;
}

class InspectCollector {
  readonly #cells = new CellTable();
  readonly #intake: Intake;
  readonly #options: InspectOptions;
  readonly #nameOf;
  readonly #inputs = new Map<string, string>();

  constructor(options: InspectOptions, intake: Intake) {
    this.#options = options;
    this.#intake = intake;
    this.#nameOf = scoreNames(options);
  }

  *items() {
    if (this.#cells.repeated > 0)
      this.#intake.note(`cells with several epochs: ${this.#cells.repeated}; their mean counts`);
    yield* this.#cells.items();
  }

  take(sample: Readonly<Record<string, any>>, { where, system, head }: SamplePlace): void {
    const reject = (problem: string) => this.#intake.reject({ where, text: () => jsonText(sample) }, problem);
    const sampleId: unknown = sample.id;
    if (typeof sampleId !== 'string' && typeof sampleId !== 'number')
      return reject('a sample must have an "id"');
    const id = `${head.task}:${sampleId}`;
    const input = textOf(sample.input) ?? '';
    if ((this.#inputs.get(id) ?? input) !== input) {
      return reject(
        `sample ${JSON.stringify(sampleId)} must have the same input for every model; that of ${system} differs`,
      );
    }
    this.#inputs.set(id, input);
    const item = this.#cells.item(id, where);
    this.#cells.set(item, 'domain', head.task);
    this.#cells.set(item, 'sample_id', sampleId);
    if (this.#intake.texts) this.#texts(item, sample, { system, input });
    if (sample.error) this.#intake.note('samples that ended with an error have no score');
    for (const [scorer, score] of Object.entries(jsonObject(sample.scores) ?? {})) {
      for (const [name, value] of inspectScores(scorer, jsonObject(score)?.value)) {
        if (this.#options.metrics.length > 0 && !this.#options.metrics.includes(name)) continue;
        const { metric, sign } = this.#nameOf(name);
        if (value === undefined)
          this.#intake.note(
            `values of ${JSON.stringify(name)} that are no number, letter or yes/no were left out`,
          );
        else this.#cells.add(item, { system, metric, repeat: runOf(sample) }, sign * value);
      }
    }
  }

  #texts(
    item: number,
    sample: Readonly<Record<string, any>>,
    { system, input }: { system: string; input: string },
  ): void {
    const target = Array.isArray(sample.target) ? sample.target.map(labelText).join('\n') : sample.target;
    const output = jsonObject(sample.output);
    const completion = output?.completion ?? textOf(output?.choices?.[0]?.message?.content);
    this.#cells.set(item, 'src', input);
    if (typeof target === 'string' && target !== '') this.#cells.set(item, 'ref', target);
    if (typeof completion === 'string') this.#cells.output(item, system, completion);
  }
}

/** The epoch of a sample; of logs without epochs the next run. */
function runOf({ epoch }: Readonly<Record<string, any>>): number | 'next' {
  return Number.isInteger(epoch) && epoch >= 1 ? epoch : 'next';
}

/** The text of an input or a message: itself, or its parts joined. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return undefined;
  const parts = value.map((part) => textOf(jsonObject(part)?.content ?? jsonObject(part)?.text));
  return parts.filter((part) => part !== undefined).join('\n');
}
