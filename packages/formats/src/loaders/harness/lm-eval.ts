import { basename, dirname } from 'node:path';
import { z } from '@goldpan/core';
import { CellTable } from '../../tables/cell-table.js';
import { scoreNames, type ScoreName } from '../../tables/score-names.js';
import { scoreOf } from '../../tables/score-of.js';
import { findFiles } from '../find-files.js';
import type { Intake, JsonLine } from '../../reading/intake.js';
import { jsonObject } from '../json-object.js';
import { defineLoader, type LoadedItem } from '../loader.js';
import { nameOf } from '../probe.js';
import { harnessOptions } from './harness-options.js';
import { LineStore } from '../../reading/line-store.js';
import { lmEvalModel } from './lm-eval-model.js';
import { lmEvalTexts } from './lm-eval-texts.js';
import { SystemNames } from './system-names.js';
import { labelText } from '../../json/json-text.js';

const options = z.object({
  ...harnessOptions,
  task: z.array(z.string()).default([]).describe('keep the logs of these tasks; default: all'),
  filter: z
    .string()
    .optional()
    .describe('keep the results of one filter only; default: all, each as METRIC,FILTER'),
});

type LmEvalOptions = z.infer<typeof options>;

const SAMPLES = /^samples_(.+)_\d{4}-\d{2}-\d{2}T[\d.:-]+\.jsonl(\.gz)?$/;

/** Sample logs of lm-evaluation-harness, one file per model and task. */
export const lmEvalLoader = defineLoader({
  name: 'lm-eval',
  summary:
    'Sample logs of lm-evaluation-harness; the models of a task are joined on the hash of the document.',
  input: 'samples_TASK_DATE.jsonl files (--log_samples), or the folder that holds them, one folder per model',
  options,
  detect: (probe) =>
    probe.folder === undefined
      ? SAMPLES.test(nameOf(probe)) && probe.start.includes('"doc_hash"')
      : probe.folder.some((name) => SAMPLES.test(name)),
  async *load(paths, options, intake) {
    const reader = new LmEvalReader(options, intake);
    const names = new SystemNames(options.systems);
    for (const path of await findFiles(paths, /^samples_.*\.jsonl(\.gz)?$/)) {
      const task =
        SAMPLES.exec(basename(path))?.[1] ?? basename(path).replace(/^samples_|\.jsonl(\.gz)?$/g, '');
      if (options.task.length > 0 && !options.task.includes(task)) continue;
      const own = (await lmEvalModel(path, intake)) ?? basename(dirname(path)).replaceAll('__', '/');
      const system = names.next(path, { own: own || path, task });
      await reader.read(path, { task, system });
    }
    yield* reader.items();
  },
});

interface Log {
  readonly task: string;
  readonly system: string;
}

/** Where the line of an item and system is. */
interface Place {
  readonly path: string;
  readonly system: string;
  readonly start: number;
  readonly end: number;
}

class LmEvalReader {
  readonly #options: LmEvalOptions;
  readonly #intake: Intake;
  readonly #cells = new CellTable();
  readonly #nameOf: (name: string) => ScoreName;
  /** Where the texts of each item are; kept only where they are wanted. */
  readonly #places: Place[][] = [];

  constructor(options: LmEvalOptions, intake: Intake) {
    this.#options = options;
    this.#intake = intake;
    this.#nameOf = scoreNames(options);
  }

  async read(path: string, log: Log): Promise<void> {
    // Documents that occur twice in a task have the same hash: the first goes with the first, the second with the second.
    const occurrences = new Map<string, number>();
    for await (const lines of this.#intake.jsonLines(path, { python: true })) {
      for (const line of lines) this.#take(path, { line, log, occurrences });
    }
  }

  async *items(): AsyncGenerator<LoadedItem> {
    const store = new LineStore((path) => this.#intake.open(path));
    let position = 0;
    try {
      for (const item of this.#cells.items()) {
        const texts = this.#intake.texts ? await this.#texts(this.#places[position] ?? [], store) : {};
        const { id, scores, doc_id, doc_hash, task } = item.record;
        yield { record: { id, ...texts, domain: task, scores, task, doc_id, doc_hash }, origin: item.origin };
        position++;
      }
    } finally {
      await store.close();
    }
  }

  #take(
    path: string,
    { line, log, occurrences }: { line: JsonLine; log: Log; occurrences: Map<string, number> },
  ): void {
    const row = jsonObject(line.value);
    const docId: unknown = row?.doc_id;
    if (row === undefined || (typeof docId !== 'number' && typeof docId !== 'string')) {
      return this.#intake.reject(
        line,
        'a sample must be an object with "doc_id"; take the files samples_*.jsonl',
      );
    }
    const filter = labelText(row.filter ?? 'none');
    if (this.#options.filter !== undefined && filter !== this.#options.filter) {
      return this.#intake.note(
        `results of other filters than ${JSON.stringify(this.#options.filter)} were left out`,
      );
    }
    const hash = typeof row.doc_hash === 'string' ? row.doc_hash : `doc ${docId}`;
    const occurrence = (occurrences.get(`${hash} ${filter}`) ?? 0) + 1;
    occurrences.set(`${hash} ${filter}`, occurrence);
    const item = this.#item(`${path}:${line.number}`, { log, hash, occurrence, docId });
    const { system } = log;
    for (const [name, value] of this.#scores(row)) {
      const { metric, sign } = this.#nameOf(
        filter === 'none' || this.#options.filter !== undefined ? name : `${name},${filter}`,
      );
      this.#cells.add(item, { system, metric }, sign * value);
    }
    if (!this.#intake.texts) return;
    const places = (this.#places[item] ??= []);
    if (places.at(-1)?.system !== system) places.push({ path, system, start: line.start, end: line.end });
  }

  readonly #ids = new Map<string, string>();

  #item(
    where: string,
    found: { log: Log; hash: string; occurrence: number; docId: string | number },
  ): number {
    const { log, hash, occurrence, docId } = found;
    const key = JSON.stringify([log.task, hash, occurrence]);
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = `${log.task}:${docId}`;
      // Another document has this number: the models saw different versions of the task.
      if (this.#cells.positionOf(id) !== undefined) {
        this.#intake.note(
          `${log.task}: models saw different documents under the same number; those carry their hash in the id`,
        );
        id = `${id}:${hash.slice(0, 8)}:${occurrence}`;
      }
      this.#ids.set(key, id);
    }
    const item = this.#cells.item(id, where);
    this.#cells.set(item, 'task', log.task);
    this.#cells.set(item, 'doc_id', docId);
    if (!hash.startsWith('doc ')) this.#cells.set(item, 'doc_hash', hash);
    return item;
  }

  #scores(row: Readonly<Record<string, unknown>>): [string, number][] {
    const named = Array.isArray(row.metrics)
      ? row.metrics.map(labelText)
      : Object.keys(row).filter((key) => !FIELDS.has(key));
    const wanted = named.filter(
      (name) => this.#options.metrics.length === 0 || this.#options.metrics.includes(name),
    );
    return wanted.flatMap((name): [string, number][] => {
      const score = scoreOf(row[name]);
      if (score !== undefined) return [[name, score]];
      if (row[name] !== null && row[name] !== undefined)
        this.#intake.note(`${name} is no number per sample and was left out`);
      return [];
    });
  }

  /** Reads the lines of an item again. */
  async #texts(places: readonly Place[], store: LineStore) {
    const found: { system: string; row: Readonly<Record<string, any>> }[] = [];
    for (const { path, system, start, end } of places) {
      const text = (await store.bytes(path, start, end - start)).toString('utf8');
      found.push({ system, row: jsonObject(this.#intake.parse(text, { python: true }))! });
    }
    return lmEvalTexts(found);
  }
}

/** Fields of a sample that are no scores, for logs that do not list their metrics. */
const FIELDS = new Set([
  'doc_id',
  'doc',
  'target',
  'arguments',
  'resps',
  'filtered_resps',
  'filter',
  'metrics',
  'doc_hash',
  'prompt_hash',
  'target_hash',
]);
