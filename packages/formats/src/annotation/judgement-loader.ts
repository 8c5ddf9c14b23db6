import { DEFAULT_TARGET, z } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import { setMember } from '../json/set-member.js';
import type { Intake } from '../loaders/intake.js';
import { jsonObject } from '../loaders/json-object.js';
import { defineLoader, type LoadedItem, type Loader } from '../loaders/loader.js';
import { ratingNotes } from '../loaders/rating-notes.js';
import { CellTable } from '../tables/cell-table.js';
import { ratingOptions } from '../tables/column-options.js';
import { readKey, type AnnotationKey } from './annotation-key.js';
import { shownHash } from './annotation-task.js';
import { itemTasks } from './annotation-tasks.js';
import type { Platform, Returned } from './platform.js';

const options = z.object({
  key: z.string().describe('the key file that was written with the tasks'),
  items: z
    .string()
    .optional()
    .describe(
      'the item file the tasks were made of: its items are given back, with the judgements; otherwise identifiers and judgements alone',
    ),
  target: z.string().default(DEFAULT_TARGET).describe('score column that the judgements go to'),
  overwrite: z.boolean().default(false).describe('replace judgements that the items have in that column'),
  ...ratingOptions,
});

type JudgementOptions = z.infer<typeof options>;

/**
 * The loader of judgements that a platform gives back. They are joined to the cells by the task's identifier and the hash
 * of the texts; a judgement of a text that was changed is refused. Partial and repeated ratings are fine.
 */
export function judgementLoader(platform: Platform): Loader<JudgementOptions> {
  return defineLoader<JudgementOptions>({
    name: platform.name,
    summary: `Judgements that came back from tasks of ${platform.name}.`,
    input: platform.input,
    options,
    async *load(paths, options, intake) {
      const key = await readKey(options.key, intake);
      if (key.format !== platform.name) {
        throw unusableInput(
          options.key,
          `must be a key for ${platform.name}; it is one for ${key.format}`,
          `read the judgements as ${key.format}`,
        );
      }
      const judgements = new Judgements(key, options, intake);
      for (const path of paths) {
        for await (const batch of platform.read(path, intake))
          for (const judgement of batch) judgements.take(judgement);
      }
      judgements.notes();
      if (options.items === undefined) yield* judgements.items();
      else yield* mergedItems(options.items, { platform, judgements, key, options, intake });
    },
  });
}

/** Collects the judgements of known tasks. */
class Judgements {
  readonly #key: AnnotationKey;
  readonly #options: JudgementOptions;
  readonly #intake: Intake;
  readonly #cells: CellTable;
  readonly #judged = new Set<string>();
  readonly #seconds: number[] = [];
  #empty = 0;

  constructor(key: AnnotationKey, options: JudgementOptions, intake: Intake) {
    this.#key = key;
    this.#options = options;
    this.#intake = intake;
    this.#cells = new CellTable({ rule: options.rule, keepAnnotators: options['keep-annotators'] });
  }

  take({ task: id, annotator, score, shown, seconds, reject }: Returned): void {
    const task = this.#key.tasks.get(id);
    const { min, max } = this.#key.scale;
    if (task === undefined)
      return reject(
        `task ${JSON.stringify(id)} is not in the key; read these judgements with the key of their own tasks`,
      );
    const place = `item ${JSON.stringify(task.item)}, system ${JSON.stringify(task.system)}`;
    if (shown !== undefined && shownHash(shown) !== task.hash)
      return reject(
        `${place}: the text that was judged is not the text that was handed out; judge the cell again`,
      );
    if (score === undefined) {
      this.#empty++;
      return;
    }
    if (!(score >= min && score <= max))
      return reject(`${place}: a score must be a number from ${min} to ${max}; got ${score}`);
    const item = this.#cells.item(task.item, '');
    this.#cells.add(item, { system: task.system, metric: this.#options.target, annotator }, score);
    this.#judged.add(id);
    if (seconds !== undefined && seconds >= 0) this.#seconds.push(seconds);
  }

  notes(): void {
    const { size } = this.#key.tasks;
    ratingNotes(this.#cells, this.#options.rule, this.#intake);
    if (this.#judged.size < size) this.#intake.note(`tasks judged so far: ${this.#judged.size} of ${size}`);
    if (this.#cells.repeated > 0)
      this.#intake.note(
        `cells that the same person rated more than once: ${this.#cells.repeated}; the mean counts`,
      );
    if (this.#empty > 0)
      this.#intake.note(`answers without a score (skipped, rejected or unfinished): ${this.#empty}`);
    const times = this.#seconds.sort((a, b) => a - b);
    if (times.length > 0)
      this.#intake.note(`median time per judgement: ${times[times.length >> 1]} s (of ${times.length})`);
  }

  *items(): Generator<LoadedItem> {
    for (const { record } of this.#cells.items())
      yield { record, origin: `item ${JSON.stringify(record.id)}` };
  }

  /** The new scores of an item, by system. */
  scores(): Map<string, Readonly<Record<string, any>>> {
    return new Map(
      [...this.items()].map(({ record }) => [String(record.id), record.scores as Record<string, any>]),
    );
  }
}

interface Merge {
  readonly platform: Platform;
  readonly judgements: Judgements;
  readonly key: AnnotationKey;
  readonly options: JudgementOptions;
  readonly intake: Intake;
}

/** The items the tasks were made of, with the judgements among their scores; everything else stays as it is in the file. */
async function* mergedItems(path: string, merge: Merge): AsyncGenerator<LoadedItem> {
  const { judgements, key, intake } = merge;
  const judged = judgements.scores();
  const hashes = new Map([...key.tasks.values()].map((task) => [task.id, task]));
  let position = 0;
  for await (const lines of intake.jsonLines(path)) {
    for (const line of lines) {
      const record = jsonObject(line.value);
      const origin = `${path}:${line.number}`;
      if (record === undefined) {
        intake.rejectLine(path, line, 'an item must be an object; write one {…} per line');
        continue;
      }
      const id = String(record.id ?? record.i ?? position);
      position++;
      const scores = judged.get(id);
      judged.delete(id);
      if (scores !== undefined && !isUnchanged({ ...record, id }, scores, { ...merge, hashes })) {
        intake.rejectLine(
          path,
          line,
          `item ${JSON.stringify(id)} has other texts than those that were judged; take the item file the tasks were made of`,
        );
      } else {
        const text =
          scores === undefined ? line.text : withScores(line.text, { record, scores, origin, merge });
        yield { record: JSON.parse(text), origin, text };
      }
    }
  }
  if (judged.size === 0) return;
  const missing = [...judged.keys()]
    .slice(0, 3)
    .map((id) => JSON.stringify(id))
    .join(', ');
  throw unusableInput(
    path,
    `must have every item that was judged; it lacks ${judged.size}, such as ${missing}`,
    'take the item file the tasks were made of',
  );
}

/** Whether the texts of the systems that were judged are those the tasks were made of. */
function isUnchanged(
  record: Readonly<Record<string, unknown>>,
  scores: Readonly<Record<string, unknown>>,
  { platform, key, hashes }: Merge & { hashes: ReadonlyMap<string, { hash: string }> },
): boolean {
  const tasks = new Map(itemTasks(record, key).tasks.map((task) => [task.system, task]));
  return Object.keys(scores).every((system) => {
    const task = tasks.get(system);
    return task !== undefined && hashes.get(task.id)?.hash === shownHash(platform.shown(task));
  });
}

interface NewScores {
  readonly record: Readonly<Record<string, unknown>>;
  readonly scores: Readonly<Record<string, any>>;
  readonly origin: string;
  readonly merge: Merge;
}

function withScores(text: string, { record, scores, origin, merge }: NewScores): string {
  const before = jsonObject(record.scores) ?? {};
  const { target, overwrite } = merge.options;
  const systems = [...new Set([...Object.keys(before), ...Object.keys(scores)])];
  const merged = systems.map((system) => {
    const old = Object.hasOwn(before, system) ? (jsonObject(before[system]) ?? {}) : {};
    const added = Object.hasOwn(scores, system) ? scores[system] : {};
    if (!overwrite && Object.hasOwn(added, target) && typeof old[target] === 'number') {
      throw unusableInput(
        origin,
        `has a score of system ${JSON.stringify(system)} in ${JSON.stringify(target)} already`,
        'name another column with target=…, or set overwrite=true',
      );
    }
    return [system, { ...old, ...added }];
  });
  return setMember(text, 'scores', JSON.stringify(Object.fromEntries(merged)));
}
