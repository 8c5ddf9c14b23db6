import { sharedArray, type NumberArrayType } from '../shared-array.js';

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** The first block and the largest ones: each doubles what there is, up to these. */
const [FIRST, LARGEST] = [2 ** 8, 2 ** 16];

/** Numbers that come one by one, in blocks, so that growing copies nothing. */
export class GrowingColumn<T extends Numbers> {
  readonly #type: NumberArrayType<T>;
  readonly #blocks: T[] = [];
  /** Where the next number goes in the last block. */
  #row = 0;
  length = 0;

  constructor(type: NumberArrayType<T>) {
    this.#type = type;
  }

  push(value: number): void {
    if (this.#row === (this.#blocks.at(-1)?.length ?? 0)) {
      const rows = Math.min(LARGEST, Math.max(FIRST, this.length));
      this.#blocks.push(new this.#type(new ArrayBuffer(rows * this.#type.BYTES_PER_ELEMENT)));
      this.#row = 0;
    }
    this.#blocks[this.#blocks.length - 1][this.#row++] = value;
    this.length++;
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
