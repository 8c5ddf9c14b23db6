import { criterionOfColumn, DEFAULT_TARGET, readSeconds } from '@goldpan/core';
import { median } from '@goldpan/stats';
import type { Intake } from '../reading/intake.js';
import type { LoadedItem } from '../loaders/loader.js';
import { ratingNotes } from '../loaders/rating-notes.js';
import { CellTable } from '../tables/cell-table.js';
import { turnedRound } from '../tables/score-names.js';
import type { AnnotationKey } from './annotation-key.js';
import { shownHash } from './annotation-task.js';
import { declaredScale, type DeclaredScale } from './declared-scale.js';
import type { JudgementOptions } from './judgement-options.js';
import type { Returned } from './platform.js';
import { labelText } from '../json/json-text.js';
import { secondsText } from './seconds-text.js';

/** What came back of an item. */
export interface JudgedItem {
  readonly scores: Readonly<Record<string, any>>;
  readonly judgements?: readonly Readonly<Record<string, unknown>>[];
  /** The scales of the criteria that are judged. */
  readonly criteria?: Readonly<Record<string, DeclaredScale>>;
}

/** Who gave an answer that names nobody. */
const UNNAMED = 'unnamed';

/** The score column of a criterion: `human_fluency`; of tasks that are one question, the target itself. */
export function targetOfCriterion(target: string, criterion?: string): string {
  return criterion === undefined ? target : `${target}_${criterion}`;
}

/** Collects the judgements of known tasks. */
export class Judgements {
  readonly #key: AnnotationKey;
  readonly #options: JudgementOptions;
  readonly #intake: Intake;
  readonly #cells: CellTable;
  readonly #judged = new Set<string>();
  readonly #seconds: number[] = [];
  readonly #refused = new Set<string>();
  #empty = 0;
  /** Where a person rated what it had rated before. */
  readonly #again = new Set<string>();
  /** Answers that name nobody. */
  #unnamed = 0;
  /** Where times are below 0 or of a week and more. */
  readonly #odd: string[] = [];

  constructor(key: AnnotationKey, options: JudgementOptions, intake: Intake) {
    this.#key = key;
    this.#options = options;
    this.#intake = intake;
    this.#cells = new CellTable({
      rule: options.rule,
      keepAnnotators: options['keep-annotators'],
      lowerIsBetter: options['lower-is-better'],
    });
  }

  take(returned: Returned): void {
    const { task: id, annotator, criterion, score, shown, seconds, where } = returned;
    const reject = (problem: string) => this.#refuse(returned, problem);
    const task = this.#key.tasks.get(id);
    const { min, max } = this.#key.scale;
    if (task === undefined)
      return reject(
        `task ${JSON.stringify(id)} is not in the key; read these judgements with the key of their own tasks`,
      );
    const who = annotator === '' ? '' : `, rater ${JSON.stringify(annotator)}`;
    const place = `item ${JSON.stringify(task.item)}, system ${JSON.stringify(task.system)}${who}`;
    if (shown !== undefined && shownHash(shown) !== task.hash)
      return reject(
        `${place}: the text that was judged is not the text that was handed out; judge the cell again`,
      );
    if (score === undefined) {
      this.#empty++;
      return;
    }
    if (!(score >= min && score <= max))
      return reject(
        `${place}${criterion === undefined ? '' : `, criterion ${JSON.stringify(criterion)}`}: a score must be a number from ${min} to ${max}; got ${score}; mend the answer, or ask for it again`,
      );
    const item = this.#cells.item(task.item, '');
    const took = readSeconds(seconds);
    const time = typeof took === 'number' ? { seconds: took } : undefined;
    const metric = targetOfCriterion(this.#options.target, criterion);
    const rater = annotator === '' ? this.#nobody(item, { system: task.system, metric }) : annotator;
    if (this.#cells.has(item, { system: task.system, metric, annotator: rater }))
      this.#again.add(`${where}, ${place}`);
    // The time was taken once, so only one of several equal outputs has it.
    for (const system of [task.system, ...(task.also ?? [])])
      this.#cells.add(
        item,
        { system, metric, annotator: rater },
        score,
        system === task.system ? time : { copyOf: task.system },
      );
    this.#judged.add(id);
    if (typeof took === 'number') this.#seconds.push(took);
    else if (took !== undefined) this.#odd.push(`${where}, ${place}: ${seconds} s`);
  }

  /** A name for who names nobody: answers to the same question are of different people. */
  #nobody(item: number, cell: { readonly system: string; readonly metric: string }): string {
    this.#unnamed++;
    let name = UNNAMED;
    for (let at = 2; this.#cells.has(item, { ...cell, annotator: name }); at++) name = `${UNNAMED} ${at}`;
    return name;
  }

  /** Sets an answer aside; what holds for all questions of a task is said once. */
  #refuse({ where, reject }: Returned, problem: string): void {
    const key = `${where}\u0000${problem}`;
    if (this.#refused.has(key)) return;
    this.#refused.add(key);
    reject(problem);
  }

  notes(): void {
    const { size } = this.#key.tasks;
    ratingNotes(this.#cells, this.#options.rule, this.#intake);
    if (this.#judged.size < size) this.#intake.note(`tasks judged so far: ${this.#judged.size} of ${size}`);
    if (this.#unnamed > 0)
      this.#intake.note(
        `answers that name nobody: ${this.#unnamed}; the first of each output counts as that of a rater called ${UNNAMED}, the next of ${UNNAMED} 2`,
      );
    if (this.#again.size > 0)
      this.#intake.note(
        `ratings of what the same person rated before: ${this.#again.size} (${named([...this.#again])}); the mean counts: take one of them out where it was a slip`,
      );
    if (this.#empty > 0)
      this.#intake.note(`answers without a score (skipped, rejected or unfinished): ${this.#empty}`);
    const { length: timed } = this.#seconds;
    if (timed > 0)
      this.#intake.note(`median time per judgement: ${secondsText(median(this.#seconds))} (of ${timed})`);
    if (this.#odd.length > 0)
      this.#intake.note(
        `times below 0 or of a week and more, which were left out: ${this.#odd.length} (${named(this.#odd)}); check the clock of the platform`,
      );
  }

  *items(): Generator<LoadedItem> {
    const scales = this.#scales();
    for (const { record } of this.#cells.items())
      yield { record: withScales(record, scales), origin: `item ${JSON.stringify(record.id)}` };
  }

  /** The scales that raters were asked to answer on, by criterion. */
  #scales(): Scales {
    const { target, 'lower-is-better': lower } = this.#options;
    const nameOf = turnedRound(lower);
    const isWhole = this.#cells.repeated === 0;
    return (this.#key.criteria ?? [undefined]).map((asked) => {
      const { metric, sign } = nameOf(targetOfCriterion(target, asked));
      return [criterionOfColumn(metric), declaredScale(this.#key.scale, { isWhole, sign })];
    });
  }

  /** The records of the items that were judged, by id: their new scores by system, and the judgements. */
  byItem(): Map<string, JudgedItem> {
    return new Map(
      [...this.items()].map(({ record }) => [labelText(record.id), record as unknown as JudgedItem]),
    );
  }
}

/** The first of some places. */
function named(places: readonly string[]): string {
  return `${places.slice(0, 3).join('; ')}${places.length > 3 ? '; …' : ''}`;
}

type Scales = readonly (readonly [criterion: string, scale: DeclaredScale])[];

/** The item with the scales of what was asked of it. */
function withScales(record: LoadedItem['record'], scales: Scales): LoadedItem['record'] {
  const judgements = (record.judgements ?? []) as { criterion?: string }[];
  const judged = new Set(judgements.map(({ criterion = DEFAULT_TARGET }) => criterion));
  const own = scales.filter(([criterion]) => judged.has(criterion));
  return own.length === 0 ? record : { ...record, criteria: Object.fromEntries(own) };
}
