import { stream, type TextColumn } from '@goldpan/core';
import { characterNgrams } from '@goldpan/stats';

/** Numbers in a signature. */
const HASHES = 128;
/** Of pairs at the threshold, at most this share may be missed. */
const MISSED = 1e-3;

/**
 * Texts, among which ones like a given text are found. MinHash (Broder 1997): each number of a signature is the least of
 * all n-gram hashes after a scrambling of its own, and two texts agree in it as often as their Jaccard similarity says. The
 * signature is cut into bands; texts that agree in all numbers of a band are compared exactly.
 */
export class NearTexts {
  readonly #texts: TextColumn;
  readonly #least: number;
  readonly #rows: number;
  readonly #factors: Int32Array;
  /** The texts added, by every band of their signatures, in the order in which they were added. */
  readonly #buckets = new Map<string, Entry[]>();
  #size = 0;

  constructor(texts: TextColumn, least: number) {
    this.#texts = texts;
    this.#least = least;
    this.#rows = rowsPerBand(least);
    const rng = stream(0, 'near-texts');
    // Odd numbers: multiplication by them loses no bits.
    this.#factors = Int32Array.from({ length: HASHES }, () => rng.integer(2 ** 32) | 1);
  }

  /**
   * The most similar of the texts so far, if it is similar enough, of equals the one that came first; otherwise the text is added
   * to them.
   */
  admit(item: number): Near | undefined {
    const text = this.#texts[item];
    if (text === undefined) return undefined;
    const entry = { item, ngrams: characterNgrams(text).hashes, position: this.#size };
    const bands = this.#bandsOf(entry.ngrams);
    const near = this.#nearest(entry, new Set(bands.flatMap((band) => this.#buckets.get(band) ?? [])));
    if (near !== undefined) return near;
    this.#size++;
    for (const band of bands) {
      const entries = this.#buckets.get(band);
      if (entries) entries.push(entry);
      else this.#buckets.set(band, [entry]);
    }
    return undefined;
  }

  #nearest({ ngrams }: Entry, candidates: Iterable<Entry>): Near | undefined {
    let best: { entry: Entry; similarity: number } | undefined;
    for (const entry of candidates) {
      const similarity = jaccard(ngrams, entry.ngrams);
      if (similarity < this.#least) continue;
      const isTie = similarity === best?.similarity;
      if (!best || similarity > best.similarity || (isTie && entry.position < best.entry.position)) {
        best = { entry, similarity };
      }
    }
    return best && { item: best.entry.item, similarity: best.similarity };
  }

  /** The bands of the signature of some n-grams, each with its number in front. */
  #bandsOf(ngrams: Uint32Array): string[] {
    const signature = Uint32Array.from(this.#factors, (factor) => {
      let least = 0xffffffff;
      for (let at = 0; at < ngrams.length; at++) {
        const product = Math.imul(ngrams[at], factor);
        const hash = (product ^ (product >>> 15)) >>> 0;
        if (hash < least) least = hash;
      }
      return least;
    });
    return Array.from(
      { length: HASHES / this.#rows },
      (_, band) => `${band}:${signature.subarray(band * this.#rows, (band + 1) * this.#rows).join()}`,
    );
  }
}

/** An item that is nearly the same, and how much so. */
export interface Near {
  readonly item: number;
  readonly similarity: number;
}

interface Entry {
  readonly item: number;
  readonly ngrams: Uint32Array;
  readonly position: number;
}

/** The longest bands with which a pair at the threshold is (nearly) sure to agree in one. */
function rowsPerBand(threshold: number): number {
  const missed = (rows: number) => (1 - threshold ** rows) ** (HASHES / rows);
  return [64, 32, 16, 8, 4, 2].find((rows) => missed(rows) <= MISSED) ?? 1;
}

/** Shared n-grams as a share of all n-grams of two texts; both ascending. Two texts without any are equal. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared++;
      i++;
      j++;
    } else if (a[i] < b[j]) i++;
    else j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 1 : shared / all;
}
