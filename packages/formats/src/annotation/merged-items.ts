import { criterionOfColumn, DEFAULT_TARGET } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import { exactLabels } from '../items/exact-labels.js';
import { labelText } from '../json/json-text.js';
import { setMember } from '../json/set-member.js';
import type { Intake, JsonLine } from '../reading/intake.js';
import { jsonObject } from '../loaders/json-object.js';
import type { LoadedItem } from '../loaders/loader.js';
import { turnedRound } from '../tables/score-names.js';
import type { AnnotationKey } from './annotation-key.js';
import { shownHash } from './annotation-task.js';
import { itemTasks } from './annotation-tasks.js';
import type { JudgementOptions } from './judgement-options.js';
import { targetOfCriterion, type JudgedItem, type Judgements } from './judgements.js';
import { KnownScales } from './known-scales.js';
import { judgedBefore, mergedJudgements } from './merged-judgements.js';
import type { Platform } from './platform.js';

/** What judgements are merged by. */
export interface Merge {
  readonly platform: Platform;
  readonly judgements: Judgements;
  readonly key: AnnotationKey;
  readonly options: JudgementOptions;
  readonly intake: Intake;
}

type Scores = Readonly<Record<string, any>>;

/**
 * The items the tasks were made of, with the judgements among their scores; everything else stays as it is in the file. An
 * item whose texts are no longer those that were judged is set aside.
 *
 * @throws UNUSABLE_INPUT where the file lacks an item that was judged, or has judgements of its own
 */
export async function* mergedItems(path: string, merge: Merge): AsyncGenerator<LoadedItem> {
  const judged = merge.judgements.byItem();
  const known = new KnownScales();
  const counts = { replaced: 0 };
  let position = 0;
  for await (const lines of merge.intake.jsonLines(path)) {
    for (const line of lines) {
      const record = jsonObject(exactLabels(line.value, line.text)) ?? {};
      const id = labelText(record.id ?? record.i ?? position);
      const found = judged.get(id);
      judged.delete(id);
      position++;
      const of = { line, record: { ...record, id }, judged: found, known, counts, merge };
      const merged = mergedItem(path, of);
      if (merged) yield merged;
    }
  }
  if (counts.replaced > 0)
    merge.intake.note(
      `judgements of other raters that were replaced, as overwrite=true says: ${counts.replaced}; to keep them, read all answers at once`,
    );
  if (judged.size === 0) return;
  const some = [...judged.keys()].slice(0, 3).map((id) => JSON.stringify(id));
  const problem = `must have every item that was judged; it lacks ${judged.size}, such as ${some.join(', ')}`;
  throw unusableInput(path, problem, 'take the item file the tasks were made of');
}

interface ItemToMerge {
  readonly line: JsonLine;
  /** The item, with an id in any case. */
  readonly record: Scores;
  readonly judged?: JudgedItem;
  readonly known: KnownScales;
  /** Judgements of other raters that gave way. */
  readonly counts: { replaced: number };
  readonly merge: Merge;
}

/** The item with its judgements; undefined where its line was set aside. */
function mergedItem(
  path: string,
  { line, record, judged, known, counts, merge }: ItemToMerge,
): LoadedItem | undefined {
  const origin = `${path}:${line.number}`;
  const refuse = (problem: string) => void merge.intake.reject(line, problem);
  if (jsonObject(line.value) === undefined) {
    refuse('an item must be an object; write one {…} per line');
    return undefined;
  }
  known.see(record);
  if (judged === undefined) return { record: exactLabels(line.value, line.text) as Scores, origin, line };
  if (!isUnchanged(record, judged.scores, merge)) {
    refuse(
      `item ${JSON.stringify(record.id)} has other texts than those that were judged; take the item file the tasks were made of`,
    );
    return undefined;
  }
  const again = merge.options.overwrite ? undefined : judgedBefore(record, judged.judgements);
  if (again !== undefined)
    throw hasAlready(origin, 'judgements', again.system, again.criterion ?? DEFAULT_TARGET);
  const scores = mergedScores(record.scores, { scores: judged.scores, origin, known, merge });
  const withScores = setMember(line.text, 'scores', JSON.stringify(scores));
  const { judgements, replaced } = mergedJudgements(record, judged.judgements);
  counts.replaced += replaced;
  const withAll = judgements ? setMember(withScores, 'judgements', JSON.stringify(judgements)) : withScores;
  const scales = known.added(record.criteria, judged.criteria);
  const text = scales ? setMember(withAll, 'criteria', JSON.stringify(scales)) : withAll;
  return { record: exactLabels(JSON.parse(text), text) as Scores, origin, text };
}

/** Whether the texts of the systems that were judged are those the tasks were made of. */
function isUnchanged(record: Scores, scores: Scores, { platform, key }: Merge): boolean {
  const tasks = new Map(
    itemTasks(record, key).tasks.flatMap((task) =>
      [task.system, ...task.also].map((system) => [system, task] as const),
    ),
  );
  return Object.keys(scores).every((system) => {
    const task = tasks.get(system);
    return task !== undefined && key.tasks.get(task.id)?.hash === shownHash(platform.shown(task));
  });
}

function mergedScores(
  before: unknown,
  { scores, origin, known, merge }: { scores: Scores; origin: string; known: KnownScales; merge: Merge },
): Scores {
  const targets = targetsOf(origin, known, merge);
  const old = jsonObject(before) ?? {};
  const systems = [...new Set([...Object.keys(old), ...Object.keys(scores)])];
  const merged = systems.map((system) => {
    const own = Object.hasOwn(old, system) ? (jsonObject(old[system]) ?? {}) : {};
    const added: Scores = Object.hasOwn(scores, system) ? scores[system] : {};
    const target = targets.find(
      ({ metric }) => Object.hasOwn(added, metric) && typeof own[metric] === 'number',
    );
    if (!merge.options.overwrite && target !== undefined)
      throw hasAlready(origin, 'a score', system, target.metric);
    const turned = targets.filter(({ metric, isTurned }) => isTurned && Object.hasOwn(added, metric));
    return [
      system,
      { ...own, ...added, ...Object.fromEntries(turned.map(({ metric }) => [metric, 0 - added[metric]])) },
    ];
  });
  return Object.fromEntries(merged);
}

/** The columns that scores go to, and whether they are still to be turned round, since the items say that lower is better. */
function targetsOf(origin: string, known: KnownScales, { options, key }: Merge) {
  const nameOf = turnedRound(options['lower-is-better']);
  return (key.criteria ?? [undefined]).map((asked) => {
    const { metric, sign } = nameOf(targetOfCriterion(options.target, asked));
    const criterion = criterionOfColumn(metric);
    const better = known.better(criterion);
    if (sign === -1 && better === 'higher')
      throw unusableInput(
        origin,
        `says of the criterion ${JSON.stringify(criterion)} that higher is better, lower-is-better that lower is`,
        'write "better": "lower" in its "criteria", or leave lower-is-better out',
      );
    return { metric, isTurned: better === 'lower' && sign === 1 };
  });
}

function hasAlready(origin: string, what: string, system: unknown, column: unknown): Error {
  const problem = `has ${what} of system ${JSON.stringify(system)} in ${JSON.stringify(column)} already`;
  return unusableInput(origin, problem, 'name another column with target=…, or set overwrite=true');
}
