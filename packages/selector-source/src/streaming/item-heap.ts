/** Which entry is on top of a heap. */
export type HeapOrder = 'best-first' | 'worst-first';

/**
 * A binary heap of items by utility. Of equal utilities the lower item is the better one, so the order is total and the
 * result independent of the history. O(log size) per change.
 */
export class ItemHeap {
  readonly #sign: number;
  #items = new Uint32Array(64);
  #utilities = new Float64Array(64);
  size = 0;

  constructor(order: HeapOrder) {
    this.#sign = order === 'best-first' ? 1 : -1;
  }

  /** The item on top; the heap must not be empty. */
  get item(): number {
    return this.#items[0];
  }

  /** The utility of the item on top. */
  get utility(): number {
    return this.#utilities[0];
  }

  push(item: number, utility: number): void {
    if (this.size === this.#items.length) this.#grow();
    let hole = this.size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!this.#above(item, utility, parent)) break;
      this.#set(hole, this.#items[parent], this.#utilities[parent]);
      hole = parent;
    }
    this.#set(hole, item, utility);
  }

  /** Puts another entry in the place of the one on top. */
  replaceTop(item: number, utility: number): void {
    let hole = 0;
    for (let child = 1; child < this.size; child = 2 * hole + 1) {
      const next = child + 1;
      if (next < this.size && this.#above(this.#items[next], this.#utilities[next], child)) child = next;
      if (this.#above(item, utility, child)) break;
      this.#set(hole, this.#items[child], this.#utilities[child]);
      hole = child;
    }
    this.#set(hole, item, utility);
  }

  /** Takes the entry on top away and returns its item. */
  pop(): number {
    const top = this.item;
    this.size--;
    if (this.size > 0) this.replaceTop(this.#items[this.size], this.#utilities[this.size]);
    return top;
  }

  /** Whether an entry belongs above the one at a place. */
  #above(item: number, utility: number, place: number): boolean {
    const difference = this.#sign * (utility - this.#utilities[place]);
    return difference > 0 || (difference === 0 && this.#sign * (this.#items[place] - item) > 0);
  }

  #set(at: number, item: number, utility: number): void {
    this.#items[at] = item;
    this.#utilities[at] = utility;
  }

  #grow(): void {
    const [items, utilities] = [new Uint32Array(2 * this.size), new Float64Array(2 * this.size)];
    items.set(this.#items);
    utilities.set(this.#utilities);
    [this.#items, this.#utilities] = [items, utilities];
  }
}
