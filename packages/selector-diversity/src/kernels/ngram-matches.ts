/**
 * Counts the n-grams that the texts of one item share, for all pairs of texts at once: every text is read once per
 * order, never once per pair. An n-gram gets a whole number as its name, from the name of its first n − 1 symbols and
 * its last symbol, so names are exact whatever the length. Scratch memory is kept between items.
 */
export class NgramMatches {
  #table = new NameTable(64);
  /** Per position of the joined texts: the name of the n-gram that starts there. */
  #names = new Int32Array(0);
  #symbols = new Int32Array(0);
  /** Per name, the last entry; per entry, which text, how often, and the entry of the text before. */
  #last = new Int32Array(0);
  #texts = new Int32Array(0);
  #counts = new Int32Array(0);
  #previous = new Int32Array(0);

  /**
   * Clipped matches of each order, added up over the n-grams that two texts share.
   *
   * @param texts - M texts as symbols
   * @returns shape (order, M, M): `[((n - 1) * M + a) * M + b]` for a < b; other cells are 0
   * @remarks O(order · (positions + shared n-grams · texts that share them²))
   */
  count(texts: readonly Int32Array[], order: number): Int32Array {
    const size = texts.length;
    const matches = new Int32Array(order * size * size);
    const total = this.#join(texts);
    this.#names.fill(0, 0, total);
    for (let n = 1; n <= order; n++) {
      const names = this.#nameAndCount(texts, n);
      this.#addMatches(names, matches.subarray((n - 1) * size * size, n * size * size), size);
    }
    return matches;
  }

  #join(texts: readonly Int32Array[]): number {
    const total = texts.reduce((sum, text) => sum + text.length, 0);
    if (this.#names.length < total) {
      const room = 2 * total;
      this.#names = new Int32Array(room);
      this.#symbols = new Int32Array(room);
      this.#last = new Int32Array(room);
      this.#texts = new Int32Array(room);
      this.#counts = new Int32Array(room);
      this.#previous = new Int32Array(room);
      this.#table = new NameTable(room);
    }
    let at = 0;
    for (const text of texts) {
      this.#symbols.set(text, at);
      at += text.length;
    }
    return total;
  }

  /** Names every n-gram and lists, per name, the texts that have it with their counts. Returns the number of names. */
  #nameAndCount(texts: readonly Int32Array[], n: number): number {
    const table = this.#table;
    const names = this.#names;
    const last = this.#last;
    table.clear();
    let entries = 0;
    let known = 0;
    let start = 0;
    for (let text = 0; text < texts.length; text++) {
      const end = start + texts[text].length;
      for (let at = start; at + n <= end; at++) {
        const name = (names[at] = table.nameOf(names[at], this.#symbols[at + n - 1]));
        if (name === known) last[known++] = -1;
        const entry = last[name];
        if (entry >= 0 && this.#texts[entry] === text) {
          this.#counts[entry]++;
        } else {
          this.#texts[entries] = text;
          this.#counts[entries] = 1;
          this.#previous[entries] = entry;
          last[name] = entries++;
        }
      }
      start = end;
    }
    return known;
  }

  #addMatches(names: number, matches: Int32Array, size: number): void {
    const texts = this.#texts;
    const counts = this.#counts;
    const previous = this.#previous;
    for (let name = 0; name < names; name++) {
      for (let later = this.#last[name]; later >= 0; later = previous[later]) {
        const count = counts[later];
        const column = texts[later];
        for (let earlier = previous[later]; earlier >= 0; earlier = previous[earlier]) {
          const other = counts[earlier];
          matches[texts[earlier] * size + column] += other < count ? other : count;
        }
      }
    }
  }
}

/** Consecutive whole numbers for pairs of whole numbers: a hash table with linear probing that is emptied in O(1). */
class NameTable {
  readonly #mask: number;
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  readonly #name: Int32Array;
  /** A slot is in use when it carries the present generation. */
  readonly #generation: Int32Array;
  #present = 0;
  #size = 0;

  constructor(room: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * room + 2));
    this.#mask = slots - 1;
    this.#first = new Int32Array(slots);
    this.#second = new Int32Array(slots);
    this.#name = new Int32Array(slots);
    this.#generation = new Int32Array(slots);
  }

  clear(): void {
    this.#present++;
    this.#size = 0;
  }

  nameOf(first: number, second: number): number {
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      if (this.#generation[slot] !== this.#present) {
        this.#generation[slot] = this.#present;
        this.#first[slot] = first;
        this.#second[slot] = second;
        return (this.#name[slot] = this.#size++);
      }
      if (this.#first[slot] === first && this.#second[slot] === second) return this.#name[slot];
    }
  }
}
