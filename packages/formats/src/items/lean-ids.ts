import type { IdRegister } from '@goldpan/core';
import { hashText } from '@goldpan/stats';
import { NumberList } from '../reading/number-list.js';

/**
 * Identifiers by their hashes, in 8 bytes each, where a Map takes a hundred and more. Ids whose hash is suspect are held as they are
 * and compared as text; all others are taken for new. Whether that was right `repeatedHashes` tells in the end: where a hash
 * occurs twice, it becomes suspect and the file is read again. So an id counts as repeated only when its text is.
 */
export class LeanIds implements IdRegister {
  readonly #suspects: ReadonlySet<number>;
  readonly #known = new Map<string, string | undefined>();
  /** Hashes of the ids that were taken for new. */
  readonly #hashes = new NumberList();

  constructor(suspects: ReadonlySet<number>) {
    this.#suspects = suspects;
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  get(id: string): string | undefined {
    return this.#known.get(id);
  }

  set(id: string, origin: string | undefined): void {
    const hash = hashText(id);
    if (this.#suspects.has(hash)) this.#known.set(id, origin);
    else this.#hashes.push(hash);
  }

  /** The hashes that occurred more than once and were not suspect. The register cannot be used afterwards. O(n log n). */
  repeatedHashes(): number[] {
    const sorted = this.#hashes.values.sort();
    const repeated = new Set<number>();
    for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) repeated.add(sorted[i]);
    return [...repeated];
  }
}
