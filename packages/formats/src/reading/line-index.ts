import { fileChanged } from '../errors.js';
import { LineStore } from './line-store.js';
import { NumberList } from './number-list.js';
import type { TextLine } from './read-lines.js';
import type { Reading } from './reading.js';

/** Bytes and lines that are read at once. */
const BATCH_BYTES = 4 * 1024 * 1024;
const BATCH_LINES = 256;

const LINE_END = /\r?\n?$/;

/** Where the lines of the items are, in 16 bytes each. Items of one file follow each other. */
export class LineIndex {
  readonly #starts = new NumberList();
  readonly #lengths = new NumberList();
  /** The files, and the first item of each. */
  readonly #files: { readonly path: string; readonly from: number }[] = [];

  get size(): number {
    return this.#starts.size;
  }

  add({ path, start, end }: TextLine): void {
    if (this.#files.at(-1)?.path !== path) this.#files.push({ path, from: this.size });
    this.#starts.push(start);
    this.#lengths.push(end - start);
  }

  /**
   * The lines of some items, in the given order, read again; default all, which is one pass over the files. O(bytes of the
   * items), plus one pass where a file is compressed.
   *
   * @throws FILE_CHANGED, NOT_READABLE_TWICE
   */
  async *lines(reading: Reading, items?: ArrayLike<number>): AsyncGenerator<string, void, void> {
    if (items === undefined) return yield* this.#everyLine(reading);
    const store = new LineStore((path) => reading.open(path));
    try {
      for (const batch of this.#batchesOf(items))
        yield* await Promise.all(batch.map((item) => this.#line(item, store)));
    } finally {
      await store.close();
    }
  }

  /** The lines of all items in one pass, those that are no items passed over. */
  async *#everyLine(reading: Reading) {
    const starts = this.#starts.values;
    let item = 0;
    for (const { path } of this.#files) {
      for await (const batch of reading.textLines(path)) {
        for (const { start, text } of batch) {
          if (start !== starts[item]) continue;
          item++;
          yield text;
        }
      }
    }
    if (item < starts.length) throw fileChanged(this.#files[0].path);
  }

  async #line(item: number, store: LineStore): Promise<string> {
    const length = this.#lengths.values[item];
    const { path } = this.#files.findLast(({ from }) => from <= item)!;
    const line = await store.bytes(path, this.#starts.values[item], length);
    if (line.length < length) throw fileChanged(path);
    return line.toString('utf8').replace(LINE_END, '');
  }

  *#batchesOf(items: ArrayLike<number>): Generator<number[]> {
    const lengths = this.#lengths.values;
    let batch: number[] = [];
    let bytes = 0;
    for (let i = 0; i < items.length; i++) {
      batch.push(items[i]);
      bytes += lengths[items[i]];
      if (batch.length < BATCH_LINES && bytes < BATCH_BYTES) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
    if (batch.length > 0) yield batch;
  }
}
