import { readSeconds, readTime } from '@goldpan/core';
import type { JudgementDetails } from './cell-column.js';
import type { ColumnIndex } from './column-index.js';
import { parseScore } from './parse-score.js';
import type { TableRow } from './table.js';

/** The columns of a table that say how long a rating took, and when it was made. */
export class JudgementDetailColumns {
  readonly #seconds: number;
  readonly #time: number;

  constructor(columns: ColumnIndex) {
    this.#seconds = columns.optional('seconds');
    this.#time = columns.optional('time');
  }

  /** What a row says of its rating, undefined where it says nothing; what is wrong with it, as text. */
  read({ values }: TableRow): JudgementDetails | string | undefined {
    const given = this.#seconds < 0 ? 'missing' : parseScore(values[this.#seconds]);
    const text = this.#time < 0 ? undefined : values[this.#time];
    const time = readTime(text === '' ? undefined : text);
    const seconds = readSeconds(
      given === 'missing' ? undefined : given === 'not a score' ? values[this.#seconds] : given,
    );
    if (typeof seconds === 'string') return seconds;
    if (typeof time === 'string') return time;
    if (seconds === undefined && time === undefined) return undefined;
    return { ...(seconds !== undefined && { seconds }), ...(time !== undefined && { time }) };
  }
}
