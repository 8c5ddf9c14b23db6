import { HASH_START, hashStep, spreadBits } from '@goldpan/stats';
import { DIGIT, SPACE } from '../text/character-class.js';
import { lowerCase } from '../text/lower-case.js';
import type { SourceReading } from '../text/source-reading.js';

/** Which n-grams of a text are counted, and into how many buckets they are hashed. */
export interface GramSpec {
  /** There are 2^bits buckets: the lower half for n-grams of characters, the upper half for n-grams of words. */
  readonly bits: number;
  /** Shortest and longest n-gram of characters; `[1, 0]` for none. */
  readonly characters: readonly [number, number];
  /** Longest n-gram of words; 0 for none. */
  readonly words: number;
}

/** The bucket of a single word, given the hash of its lower case. */
export function wordBucket(hash: number, bits: number): number {
  return (1 << (bits - 1)) + (spreadBits(hash) >>> (33 - bits));
}

/**
 * Counts the n-grams of one text after the other by hashing. Characters are taken in lower case, digits as 0, runs of
 * spaces and control characters as one space, with a space at both ends.
 */
export class GramCounts {
  /** The distinct buckets of the text in the order of their first n-gram; the first `size` count. */
  buckets = new Uint32Array(256);
  /** How many n-grams fell into each of them. */
  counts = new Uint32Array(256);
  size = 0;

  readonly #spec: GramSpec;
  /** Per bucket, its place in `buckets` plus 1; 0 = not there. */
  readonly #places: Uint32Array;
  #characters = new Uint32Array(256);

  constructor(spec: GramSpec) {
    this.#spec = spec;
    this.#places = new Uint32Array(2 ** spec.bits);
  }

  /** O(characters · (longest − shortest + 1) + words). */
  read(reading: SourceReading): void {
    for (let k = 0; k < this.size; k++) this.#places[this.buckets[k]] = 0;
    this.size = 0;
    const [shortest, longest] = this.#spec.characters;
    if (longest >= shortest) this.#countCharacters(this.#normalise(reading), shortest, longest);
    for (let n = 1; n <= this.#spec.words; n++) this.#countWords(reading, n);
  }

  #normalise({ points, classes, length }: SourceReading): number {
    if (this.#characters.length < length + 2) this.#characters = new Uint32Array(2 * (length + 2));
    const characters = this.#characters;
    let size = 0;
    characters[size++] = 32;
    for (let i = 0; i < length; i++) {
      const kind = classes[i] & 15;
      if (kind !== SPACE) characters[size++] = kind === DIGIT ? 48 : lowerCase(points[i]);
      else if (characters[size - 1] !== 32) characters[size++] = 32;
    }
    if (characters[size - 1] !== 32) characters[size++] = 32;
    return size;
  }

  #countCharacters(size: number, shortest: number, longest: number): void {
    const characters = this.#characters;
    const shift = 33 - this.#spec.bits;
    for (let start = 0; start < size; start++) {
      let hash = HASH_START;
      const end = Math.min(size, start + longest);
      for (let i = start; i < end; i++) {
        hash = hashStep(hash, characters[i]);
        if (i - start + 1 >= shortest) this.#add(spreadBits(hash) >>> shift);
      }
    }
  }

  #countWords({ words, wordHashes }: SourceReading, n: number): void {
    for (let word = 0; word + n <= words; word++) {
      let hash = wordHashes[word];
      // Spread in between: the step alone is the same for two words in either order.
      for (let i = 1; i < n; i++) hash = hashStep(spreadBits(hash), wordHashes[word + i]);
      this.#add(wordBucket(hash, this.#spec.bits));
    }
  }

  #add(bucket: number): void {
    const place = this.#places[bucket];
    if (place > 0) {
      this.counts[place - 1]++;
      return;
    }
    if (this.size === this.buckets.length) this.#grow();
    this.buckets[this.size] = bucket;
    this.counts[this.size++] = 1;
    this.#places[bucket] = this.size;
  }

  #grow(): void {
    const [buckets, counts] = [new Uint32Array(2 * this.size), new Uint32Array(2 * this.size)];
    buckets.set(this.buckets);
    counts.set(this.counts);
    [this.buckets, this.counts] = [buckets, counts];
  }
}
