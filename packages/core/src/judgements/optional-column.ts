import { GrowingColumn } from './growing-column.js';

/** Numbers that may be unknown (NaN). Takes no memory before the first that is known. */
export class OptionalColumn {
  readonly #numbers = new GrowingColumn(Float64Array);
  #length = 0;

  push(value: number): void {
    this.#length++;
    if (Number.isNaN(value) && this.#numbers.length === 0) return;
    while (this.#numbers.length < this.#length - 1) this.#numbers.push(NaN);
    this.#numbers.push(value);
  }

  /** All numbers in shared memory; undefined where none is known. Lets go of the blocks. */
  join(): Float64Array | undefined {
    return this.#numbers.length === 0 ? undefined : this.#numbers.join();
  }
}
