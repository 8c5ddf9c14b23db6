import { criterionOfColumn, DEFAULT_TARGET } from '@goldpan/core';
import type { Intake } from '../reading/intake.js';
import type { LoadedItem } from '../loaders/loader.js';
import { turnedRound } from '../tables/score-names.js';
import type { AnnotationKey } from './annotation-key.js';
import { shownHash } from './annotation-task.js';
import { declaredScale, type DeclaredScale } from './declared-scale.js';
import type { JudgementOptions } from './judgement-options.js';
import type { Returned } from './platform.js';
import { labelText } from '../json/json-text.js';
import { JudgedCells, placeOf } from './judged-cells.js';
import { UnaskedAnswers } from './unasked-answers.js';

/** What came back of an item. */
export interface JudgedItem {
  readonly scores: Readonly<Record<string, any>>;
  readonly judgements?: readonly Readonly<Record<string, unknown>>[];
  /** The scales of the criteria that are judged. */
  readonly criteria?: Readonly<Record<string, DeclaredScale>>;
}

/** The score column of a criterion: `human_fluency`; of tasks that are one question, and of a question called as the target, the target itself. */
export function targetOfCriterion(target: string, criterion?: string): string {
  return criterion === undefined || criterion === target ? target : `${target}_${criterion}`;
}

/** Collects the judgements of known tasks. */
export class Judgements {
  readonly #key: AnnotationKey;
  readonly #options: JudgementOptions;
  readonly #intake: Intake;
  readonly #cells: JudgedCells;
  readonly #isStars: boolean;
  readonly #judged = new Set<string>();
  readonly #refused = new Set<string>();
  readonly #unasked = new UnaskedAnswers();

  constructor(key: AnnotationKey, options: JudgementOptions, intake: Intake) {
    this.#key = key;
    this.#options = options;
    this.#intake = intake;
    this.#cells = new JudgedCells(options, intake, 'last');
    this.#isStars = declaredScale(key.scale, false).scale === 'stars';
  }

  take(returned: Returned): void {
    const { task: id, annotator: rater, criterion, score, shown, seconds, spans, where } = returned;
    const reject = (problem: string) => this.#refuse(returned, problem);
    const task = this.#key.tasks.get(id);
    const { min, max } = this.#key.scale;
    if (task === undefined)
      return reject(
        `task ${JSON.stringify(id)} is not in the key; read these judgements with the key of their own tasks`,
      );
    const { item, system, also } = task;
    const place = placeOf({ item, system, rater });
    if (shown !== undefined && shownHash(shown) !== task.hash)
      return reject(
        `${place}: the text that was judged is not the text that was handed out; judge the cell again`,
      );
    if (criterion !== undefined && !this.#key.criteria?.includes(criterion))
      return this.#unasked.see(criterion, `${where}, ${place}`);
    if (score === undefined) return this.#cells.skip();
    const isHalf = typeof score === 'number' && !Number.isInteger(score) && this.#isStars;
    if (typeof score === 'string' || !(score >= min && score <= max) || isHalf)
      return reject(
        `${place}${criterion === undefined ? '' : `, criterion ${JSON.stringify(criterion)}`}: a score must be a ${isHalf ? 'whole ' : ''}number from ${min} to ${max}; got ${score}; mend the answer, or ask for it again`,
      );
    const metric = targetOfCriterion(this.#options.target, criterion);
    this.#cells.take({ item, system, also, metric, rater, score, seconds, spans, where });
    this.#judged.add(id);
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
    this.#cells.ratingNotes();
    if (this.#judged.size < size) this.#intake.note(`tasks judged so far: ${this.#judged.size} of ${size}`);
    this.#unasked.note(this.#key.criteria, this.#intake);
    this.#cells.answerNotes();
  }

  *items(): Generator<LoadedItem> {
    const scales = this.#scales();
    for (const { record } of this.#cells.table.items())
      yield { record: withScales(record, scales), origin: `item ${JSON.stringify(record.id)}` };
  }

  /** The scales that raters were asked to answer on, by criterion. */
  #scales(): Scales {
    const { target, 'lower-is-better': lower } = this.#options;
    const nameOf = turnedRound(lower);
    return (this.#key.criteria ?? [undefined]).map((asked) => {
      const { metric, sign } = nameOf(targetOfCriterion(target, asked));
      return [criterionOfColumn(metric), declaredScale(this.#key.scale, sign === -1)];
    });
  }

  /** The records of the items that were judged, by id: their new scores by system, and the judgements. */
  byItem(): Map<string, JudgedItem> {
    return new Map(
      [...this.items()].map(({ record }) => [labelText(record.id), record as unknown as JudgedItem]),
    );
  }
}

type Scales = readonly (readonly [criterion: string, scale: DeclaredScale])[];

/** The item with the scales of what was asked of it. */
function withScales(record: LoadedItem['record'], scales: Scales): LoadedItem['record'] {
  const judgements = (record.judgements ?? []) as { criterion?: string }[];
  const judged = new Set(judgements.map(({ criterion = DEFAULT_TARGET }) => criterion));
  const own = scales.filter(([criterion]) => judged.has(criterion));
  return own.length === 0 ? record : { ...record, criteria: Object.fromEntries(own) };
}
