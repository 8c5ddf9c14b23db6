/** How solutions came about: chains of flips that share their beginnings. Node 0 is the start, without flips. */
export class FlipHistory {
  #parents = new Int32Array(1024);
  #positions = new Int32Array(1024);
  size = 1;

  /** The node of a solution that differs from `parent` by one flip. */
  add(parent: number, position: number): number {
    if (this.size === this.#parents.length) {
      this.#parents = grown(this.#parents);
      this.#positions = grown(this.#positions);
    }
    this.#parents[this.size] = parent;
    this.#positions[this.size] = position;
    return this.size++;
  }

  /** Applies the flips of a node to a start solution, in place. */
  apply(node: number, chosen: Uint8Array): void {
    for (let at = node; at > 0; at = this.#parents[at]) chosen[this.#positions[at]] ^= 1;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
