import { criterionOfColumn, readTime, type SpanFields } from '@goldpan/core';
import type { LoadedItem } from '../../loaders/loader.js';
import type { Intake } from '../../reading/intake.js';
import { parseScore } from '../../tables/parse-score.js';
import { turnedRound } from '../../tables/score-names.js';
import { JudgedCells } from '../judged-cells.js';
import type { JudgementOptions } from '../judgement-options.js';
import type { Answer, AnswerSheet } from './answer-sheet.js';
import { preferenceOf } from './preference.js';
import { questionName, sideOfAnswer, type Question } from './questions.js';
import { sidedName } from './field-name.js';
import { spanOf } from './span-places.js';
import { keepTask, taskCells, type TaskCell, type TaskCells } from './task-cells.js';
import type { TaskRoles } from './task-roles.js';
import { WordAnswers } from './word-answers.js';

/** How a campaign is read. */
export interface SheetReading {
  readonly roles: TaskRoles;
  /** Those that are read, with the score column that each goes to. */
  readonly questions: ReadonlyMap<string, Question & { readonly column: string }>;
  readonly options: JudgementOptions;
  readonly intake: Intake;
}

/** What an answer says of an output. */
interface Said {
  readonly question: Question & { readonly column: string };
  readonly value: number | string;
}

/** Turns what people said of tasks into judgements of items. */
export class SheetJudgements {
  readonly #reading: SheetReading;
  readonly #cells: JudgedCells;
  readonly #words = new WordAnswers();
  #lostMarks = 0;
  #open = 0;

  constructor(reading: SheetReading) {
    this.#reading = reading;
    this.#cells = new JudgedCells(reading.options, reading.intake);
  }

  take(sheet: AnswerSheet): void {
    const { roles, intake } = this.#reading;
    const task = taskCells(sheet, roles);
    if (typeof task === 'string') return sheet.reject(task);
    const problem = keepTask(task, this.#cells.table, { texts: intake.texts, where: sheet.where });
    if (problem !== undefined) return sheet.reject(problem);
    const said = new Map<TaskCell, Said[]>(task.cells.map((cell) => [cell, []]));
    for (const answer of sheet.answers)
      for (const [cell, one] of this.#said(answer, task)) said.get(cell)!.push(one);
    const judged = [...said].filter(([, list]) => list.length > 0);
    if (sheet.isOpen) this.#open++;
    else if (judged.length === 0) this.#cells.skip();
    for (const [cell, list] of judged) this.#judge(cell, list, { sheet, task, share: judged.length });
  }

  /** What an answer says of the outputs of its task; nothing where it is not read. */
  #said(answer: Answer, { cells }: TaskCells): [TaskCell, Said][] {
    const { roles, questions } = this.#reading;
    const question = questions.get(questionName(answer, roles.outputs));
    const score = parseScore(answer.value);
    if (question === undefined || score === 'missing') return [];
    const text = String(answer.value).trim();
    if (question.kind === 'preference') {
      const best = preferred(text, answer.about, cells);
      return cells.map((cell) => [cell, { question, value: best === 'tie' ? 0.5 : Number(cell === best) }]);
    }
    const side = sideOfAnswer(answer, roles.outputs);
    const cell = cells.find((one) => one.side === side);
    return cell === undefined
      ? []
      : [[cell, { question, value: question.kind === 'numbers' ? (score as number) : text }]];
  }

  /** Keeps what a person said of one output; the time it took and the errors that were marked stand with the first answer. */
  #judge(
    cell: TaskCell,
    said: readonly Said[],
    { sheet, task, share }: { sheet: AnswerSheet; task: TaskCells; share: number },
  ): void {
    const { rater, seconds, where } = sheet;
    const spans = this.#spans(cell, sheet, task);
    const time = readTime(sheet.time);
    said.forEach(({ question, value }, at) => {
      const given = {
        item: task.id,
        system: cell.system,
        metric: question.column,
        rater,
        where,
        ...(typeof time === 'number' && { time }),
        ...(at === 0 && seconds !== undefined && { seconds: seconds / share }),
        ...(at === 0 && spans.length > 0 && { spans }),
        ...(question.kind === 'preference' && { isPart: true }),
      };
      if (typeof value === 'number') return this.#cells.take({ ...given, score: value });
      if (!this.#words.take(given, value))
        sheet.reject(
          `item ${JSON.stringify(task.id)}, system ${JSON.stringify(cell.system)}, rater ${JSON.stringify(rater)}: an earlier answer to ${JSON.stringify(question.name)} is another one; take one of them out`,
        );
    });
  }

  /** The errors that were marked in an output, or in the source for it. */
  #spans(
    { side, output }: TaskCell,
    { marks = [] }: AnswerSheet,
    { source, cells }: TaskCells,
  ): SpanFields[] {
    return marks.flatMap((mark) => {
      const of = mark.about?.length === 1 ? sidedName(mark.about[0])?.side : undefined;
      if (cells.length > 1 && of !== undefined && of !== side) return [];
      const span = spanOf(mark, { output, source });
      if (span === undefined) this.#lostMarks++;
      return span ?? [];
    });
  }

  notes(): void {
    this.#cells.ratingNotes();
    if (this.#open > 0) this.#reading.intake.note(`tasks that nobody has judged yet: ${this.#open}`);
    this.#cells.answerNotes();
    if (this.#lostMarks > 0)
      this.#reading.intake.note(
        `marked errors that lie neither in the output nor in the source, and were left out: ${this.#lostMarks}`,
      );
  }

  /** The items, the first with the scales that are known. */
  *items(): Generator<LoadedItem> {
    const scales = this.#scales();
    let isFirst = true;
    for (const { record, origin } of this.#cells.table.items()) {
      const words = this.#words.of(String(record.id));
      const judgements = [...((record.judgements as object[] | undefined) ?? []), ...words];
      // Scales that say no more than which end is good give way to those whose ends are known.
      const turned = Object.entries(record.criteria ?? {}).filter(([name]) => !Object.hasOwn(scales, name));
      const criteria = { ...Object.fromEntries(turned), ...(isFirst && judgements.length > 0 && scales) };
      const { criteria: _criteria, ...rest } = record;
      yield {
        record: {
          ...rest,
          ...(judgements.length > 0 && { judgements }),
          ...(Object.keys(criteria).length > 0 && { criteria }),
        },
        origin,
      };
      if (judgements.length > 0) isFirst = false;
    }
  }

  /** The scales of questions whose ends are known: levels, and preferences from 0 (another was better) to 1. */
  #scales(): Readonly<Record<string, object>> {
    const { questions, options } = this.#reading;
    const nameOf = turnedRound(options['lower-is-better']);
    const scales = [...questions.values()].flatMap(({ kind, column, words }): [string, object][] => {
      const { metric, sign } = nameOf(column);
      const name = criterionOfColumn(metric);
      const better = sign === -1 ? { better: 'lower' } : {};
      if (kind === 'levels') return [[name, { scale: 'ordered', levels: words, ...better }]];
      if (kind !== 'preference') return [];
      return [[name, { scale: 'numbers', min: 0, max: 1, ...better }]];
    });
    return Object.fromEntries(scales);
  }
}

/** The output that an answer prefers, or that none is better. */
function preferred(
  text: string,
  about: readonly string[] = [],
  cells: readonly TaskCell[],
): TaskCell | 'tie' {
  // The platform may tell in which order the outputs stood.
  const sides = about.map((name) => sidedName(name)?.side);
  const ordered = sides.flatMap((side) => cells.find((cell) => cell.side === side) ?? []);
  const order = ordered.length === cells.length ? ordered : cells;
  const best = preferenceOf(
    text,
    order.map(({ side }) => side),
    order.map(({ system }) => system),
  );
  return typeof best === 'number' ? order[best] : 'tie';
}
