import type { Intake } from '../reading/intake.js';
import type { LongOptions } from './long-options.js';
import type { JudgementDetails } from './cell-column.js';
import type { CellTable } from './cell-table.js';
import { columnIndex } from './column-index.js';
import { JudgementDetailColumns } from './judgement-detail-columns.js';
import { FROM_FILE_NAME, systemOfFile } from './file-system.js';
import { ItemColumns, type ItemOfRow } from './item-columns.js';
import { parseScore, scoreProblem } from './parse-score.js';
import { scoreColumns, type ScoreColumn } from './score-columns.js';
import type { Table, TableRow } from './table.js';

/** A score of a row, known to be one or missing. */
interface RowScore {
  readonly metric: string;
  readonly value: number;
  readonly turned: boolean;
}

/** What a row says besides its item. */
interface RowContent {
  readonly system: string;
  readonly annotator?: string;
  readonly output?: string;
  readonly scores: readonly RowScore[];
  readonly details?: JudgementDetails;
}

/** As many raters as judgements can have. */
const MOST_RATERS = 2 ** 16 - 1;

/** Puts the rows of a long table into a cell table. A row that cannot be used leaves nothing behind. */
export class LongReader {
  readonly #cells: CellTable;
  readonly #items: ItemColumns;
  readonly #system: number;
  readonly #fileSystem: string | undefined;
  readonly #annotator: number;
  readonly #output: number;
  readonly #details: JudgementDetailColumns;
  readonly #scores: readonly ScoreColumn[];
  readonly #raters = new Set<string>();

  constructor(
    table: Table,
    options: LongOptions,
    { cells, intake, first }: { cells: CellTable; intake: Intake; first: readonly TableRow[] },
  ) {
    const columns = columnIndex(table, options);
    this.#cells = cells;
    this.#items = new ItemColumns(table, columns, { cells, intake });
    const isNamed = options.system === FROM_FILE_NAME && columns.optional('system') < 0;
    this.#fileSystem = isNamed ? systemOfFile(table.path) : undefined;
    this.#system = isNamed ? -1 : columns.required('system');
    this.#annotator = columns.optional('annotator');
    this.#output = intake.texts ? columns.optional('output') : -1;
    this.#details = new JudgementDetailColumns(columns);
    this.#scores = scoreColumns({ table, first, intake }, options, (value) => this.#items.text(value));
  }

  take(row: TableRow): void {
    const of = this.#items.read(row);
    const content = of && this.#content(row, of);
    if (of === undefined || content === undefined) return;
    const { system, annotator, output, scores, details } = content;
    const item = this.#items.keep(row, of);
    if (output !== undefined) this.#cells.output(item, system, output);
    for (const { metric, value, turned } of scores)
      this.#cells.add(item, { system, metric, annotator, turned }, value, details);
  }

  /** What the row says; undefined where it was rejected. */
  #content(row: TableRow, of: ItemOfRow): RowContent | undefined {
    const text = (at: number) => (at < 0 ? undefined : this.#items.text(row.values[at]));
    const system = this.#fileSystem ?? text(this.#system) ?? '';
    if (system === '')
      return this.#items.reject(row, 'every row must name its system; the value is empty; fill it in');
    const known = this.#cells.positionOf(of.id);
    const output = text(this.#output);
    const before = known === undefined ? undefined : this.#cells.outputOf(known, system);
    if (output !== undefined && (before ?? output) !== output) {
      const problem = `system ${JSON.stringify(system)} must have one output; an earlier row of this item has another`;
      return this.#items.reject(row, problem);
    }
    const annotator = text(this.#annotator);
    const details = annotator === undefined ? undefined : this.#details.read(row);
    if (typeof details === 'string')
      return this.#items.reject(
        row,
        `item ${JSON.stringify(of.id)}, rater ${JSON.stringify(annotator)}: ${details}; mend it or leave it empty`,
      );
    if (annotator !== undefined && this.#raters.size >= MOST_RATERS && !this.#raters.has(annotator)) {
      const problem = `rater ${JSON.stringify(annotator)}: there may be at most ${MOST_RATERS} raters; check that the column of raters is not an identifier of its own for each row`;
      return this.#items.reject(row, problem);
    }
    const scores = this.#rowScores(row, { id: of.id, system, annotator, known });
    if (annotator !== undefined) this.#raters.add(annotator);
    return scores && { system, annotator, output, scores, details };
  }

  #rowScores(
    row: TableRow,
    at: { id: string; system: string; annotator?: string; known?: number },
  ): RowScore[] | undefined {
    const { id, system, annotator, known } = at;
    const scores: RowScore[] = [];
    for (const column of this.#scores) {
      const raw = row.values[column.at];
      const value = parseScore(raw);
      if (value === 'missing') continue;
      const name = column.name(row);
      if (name === undefined)
        return this.#items.reject(row, 'every row must name its metric; the value is empty; fill it in');
      const { metric, sign } = name;
      const place = `system ${JSON.stringify(system)}, metric ${JSON.stringify(metric)}`;
      if (value === 'not a score') return this.#items.reject(row, `${place}: ${scoreProblem(raw)}`);
      const taken = known !== undefined && this.#cells.has(known, { system, metric, annotator });
      if (taken) return this.#items.reject(row, `${place}: ${takenBy(annotator, id)}`);
      scores.push({ metric, value, turned: sign === -1 });
    }
    return scores;
  }
}

function takenBy(rater: string | undefined, item: string): string {
  return rater === undefined
    ? 'an earlier row has a score of this cell; take one of them out, or name the column of raters (annotator=…)'
    : `rater ${JSON.stringify(rater)} judged item ${JSON.stringify(item)} in an earlier row already; take one of them out, or give repeats raters of their own`;
}
