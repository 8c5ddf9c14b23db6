import { isUtf8 } from 'node:buffer';
import { isGoldpanError } from '@goldpan/core';
import { invalidInput } from '../errors.js';
import { MOST_PROBLEMS, type InputProblem } from '../input-problem.js';
import { lineProblemText } from '../io/line-problem-text.js';
import type { Line } from '../io/line-splitter.js';
import { idOf } from './id-of.js';
import { NumberList } from './number-list.js';
import { jsonProblem } from '../json/json-problem.js';

/** A part of a file: from the first byte to before the last. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What takes the items of a file, one after the other. */
export interface ItemSink<T> {
  /** Number of items so far. */
  readonly size: number;
  /** @throws INVALID_ITEM for a record that is refused; the sink is then as it was */
  add(record: unknown, origin: string): void;
  /** @throws NO_ITEMS */
  build(name: string): T;
}

interface CollectorOptions {
  readonly path: string;
  /** Go on after any number of lines that cannot be used; default: stop at the tenth. */
  readonly tolerant: boolean;
}

/** Takes the lines of a file one by one and sorts them into items, blank lines and lines that cannot be used. */
export class ItemCollector<T> {
  /** First byte and length of the line of each item. */
  readonly starts = new NumberList();
  readonly lengths = new NumberList();
  /** The lines that cannot be used, line ends included. */
  readonly rejected: ByteRange[] = [];
  lines = 0;
  blank = 0;
  /** The first ten. */
  readonly #problems: InputProblem[] = [];
  readonly #sink: ItemSink<T>;
  readonly #options: CollectorOptions;

  constructor(sink: ItemSink<T>, options: CollectorOptions) {
    this.#sink = sink;
    this.#options = options;
  }

  get size(): number {
    return this.#sink.size;
  }

  /** @throws INVALID_INPUT at the tenth line that cannot be used */
  take(line: Line): void {
    this.lines++;
    const where = `${this.#options.path}:${line.number}`;
    const { bytes } = line;
    if (bytes === undefined) return this.#reject(line, lineProblemText(where, 'too long'));
    if (isBlank(bytes)) {
      this.blank++;
    } else if (isUtf8(bytes)) {
      this.#parse(line, bytes, where);
    } else {
      const notUtf8AtColumn = bytes.toString('utf8').indexOf('\ufffd') + 1;
      this.#reject(line, lineProblemText(where, { notUtf8AtColumn }));
    }
  }

  /** @throws INVALID_INPUT, NO_ITEMS */
  build(): T {
    const { path, tolerant } = this.#options;
    const isEmpty = this.#sink.size === 0 && this.#problems.length > 0;
    if (isEmpty || (!tolerant && this.#problems.length > 0))
      this.#fail(this.rejected.length > this.#problems.length);
    return this.#sink.build(path);
  }

  #parse(line: Line, bytes: Buffer, where: string): void {
    const text = bytes.toString('utf8');
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch {
      return this.#reject(line, `${where}, ${jsonProblem(text)}`);
    }
    try {
      this.#sink.add(record, where);
    } catch (error) {
      if (!isGoldpanError(error)) throw error;
      const item = idOf(record);
      const named = item === undefined ? where : `${where} (item ${JSON.stringify(item)})`;
      return this.#reject(
        line,
        error.message.replace(where, () => named),
        item,
      );
    }
    this.starts.push(line.start);
    this.lengths.push(bytes.length);
  }

  #reject(line: Line, text: string, item?: string): void {
    const { path, tolerant } = this.#options;
    this.rejected.push({ start: line.start, end: line.end });
    if (this.#problems.length < MOST_PROBLEMS) {
      this.#problems.push({ text, path, line: line.number, ...(item !== undefined && { item }) });
    }
    if (!tolerant && this.#problems.length === MOST_PROBLEMS) this.#fail(true);
  }

  #fail(more: boolean): never {
    throw invalidInput(this.#options.path, this.#problems, more);
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}
