import { sharedArray, type NumberArrayType } from '../shared-array.js';

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

const ROWS = 2 ** 16;

/** Numbers that come one by one, in blocks, so that growing copies nothing. */
export class GrowingColumn<T extends Numbers> {
  readonly #type: NumberArrayType<T>;
  readonly #blocks: T[] = [];
  length = 0;

  constructor(type: NumberArrayType<T>) {
    this.#type = type;
  }

  push(value: number): void {
    const row = this.length++ % ROWS;
    if (row === 0) this.#blocks.push(new this.#type(new ArrayBuffer(ROWS * this.#type.BYTES_PER_ELEMENT)));
    this.#blocks[this.#blocks.length - 1][row] = value;
  }

  /** All numbers in shared memory. Lets go of the blocks. */
  join(): T {
    const joined = sharedArray(this.#type, this.length);
    let at = 0;
    for (let block = this.#blocks.shift(); block !== undefined; block = this.#blocks.shift()) {
      joined.set(block.subarray(0, this.length - at), at);
      at += block.length;
    }
    return joined;
  }
}
