import { whereOf, type Intake } from '../reading/intake.js';
import type { CellTable } from './cell-table.js';
import type { ColumnIndex } from './column-index.js';
import { plainText } from './neutral-text.js';
import { OWN_COLUMN } from './own-column.js';
import { parseScore } from './parse-score.js';
import type { Table, TableRow } from './table.js';

/** Item fields by the option that names their column. */
const TEXT_FIELDS = { source: 'src', reference: 'ref' } as const;
const LABEL_FIELDS = { document: 'doc', domain: 'domain' } as const;

/** What a row says of its item. */
export interface ItemOfRow {
  readonly id: string;
  readonly fields: readonly (readonly [string, unknown])[];
}

/** Reads the columns that describe an item from the rows of a table. */
export class ItemColumns {
  readonly #cells: CellTable;
  readonly #intake: Intake;
  readonly #item: number;
  readonly #cost: number;
  readonly #own: boolean;
  readonly #fields: { field: string; at: number }[];

  constructor(table: Table, columns: ColumnIndex, { cells, intake }: { cells: CellTable; intake: Intake }) {
    this.#cells = cells;
    this.#intake = intake;
    this.#item = columns.required('item');
    this.#cost = columns.optional('cost');
    this.#own = table.columns.includes(OWN_COLUMN);
    const find = (fields: Readonly<Record<string, string>>) =>
      Object.entries(fields).map(([option, field]) => ({ field, at: columns.optional(option) }));
    const wanted = [...(intake.texts ? find(TEXT_FIELDS) : []), ...find(LABEL_FIELDS)];
    this.#fields = wanted.filter(({ at }) => at >= 0);
  }

  /** A text of the table, as it was before it was written; undefined where the cell is empty. */
  text(value: unknown): string | undefined {
    if (value === null || value === undefined || value === '') return undefined;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return this.#own ? plainText(text) : text;
  }

  /** What a row says of its item; undefined where the row was rejected. Nothing is kept yet. */
  read(row: TableRow): ItemOfRow | undefined {
    const id = this.text(row.values[this.#item]) ?? '';
    if (id === '') return this.reject(row, 'every row must name its item; the value is empty; fill it in');
    const cost = this.#cost < 0 ? 'missing' : parseScore(row.values[this.#cost]);
    if (cost === 'not a score') {
      return this.reject(row, `the cost must be a number; got ${JSON.stringify(row.values[this.#cost])}`);
    }
    const fields: [string, unknown][] = cost === 'missing' ? [] : [['cost', cost]];
    for (const { field, at } of this.#fields) {
      const value = this.text(row.values[at]);
      if (value !== undefined) fields.push([field, value]);
    }
    const other = fields.find(([field, value]) => (this.#cells.field(id, field) ?? value) !== value);
    if (other === undefined) return { id, fields };
    return this.reject(
      row,
      `item ${JSON.stringify(id)} must have one ${JSON.stringify(other[0])}; an earlier row has another; mend it or give the item another id`,
    );
  }

  /** Keeps what a row says of its item; the position of the item. */
  keep(row: TableRow, { id, fields }: ItemOfRow): number {
    const item = this.#cells.item(id, whereOf(row.place));
    for (const [field, value] of fields) this.#cells.set(item, field, value);
    return item;
  }

  /** Sets a row aside. */
  reject(row: TableRow, problem: string): undefined {
    this.#intake.reject(row.place, problem);
  }
}
