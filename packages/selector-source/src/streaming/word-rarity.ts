import type { PoolScorer } from '@goldpan/core';
import { spreadBits } from '@goldpan/stats';
import { SourceReading } from '../text/source-reading.js';

/** Words are counted in 2^20 buckets, which bounds the memory whatever the pool; two words seldom share one. */
const BITS = 20;

/**
 * How rare words are in a pool of sources: first `observe` every source, then `score` any. Holds 8 MB whatever the size of the pool.
 */
export class WordRarity implements PoolScorer {
  #sources = 0;
  readonly #reading = new SourceReading();
  /** Per bucket, the number of sources with a word in it, and the last of them. */
  readonly #frequencies = new Uint32Array(2 ** BITS);
  readonly #last = new Uint32Array(2 ** BITS);

  /** Counts the words of one more source of the pool. O(length). */
  observe(source: string): void {
    this.#sources++;
    this.#reading.read(source);
    for (let word = 0; word < this.#reading.words; word++) {
      const bucket = bucketOf(this.#reading.wordHashes[word]);
      if (this.#last[bucket] !== this.#sources) this.#frequencies[bucket]++;
      this.#last[bucket] = this.#sources;
    }
  }

  /**
   * The mean over the words of a source of ln((1 + sources)/(1 + sources with the word)): 0 without words or where every source has
   * them, at most ln(1 + sources). Higher = rarer. O(length).
   */
  score(source: string): number {
    this.#reading.read(source);
    const { words, wordHashes } = this.#reading;
    let sum = 0;
    for (let word = 0; word < words; word++)
      sum += Math.log((1 + this.#sources) / (1 + this.#frequencies[bucketOf(wordHashes[word])]));
    return words === 0 ? 0 : sum / words;
  }
}

function bucketOf(hash: number): number {
  return spreadBits(hash) >>> (32 - BITS);
}
