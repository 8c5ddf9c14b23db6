import { checksum } from './checksum.js';
import { dataChanged } from './errors.js';

/** What a plugin is lent for one call: arrays of numbers, which cannot be frozen, are compared by checksums when the call is over. */
export class Loan {
  #lent: Map<ArrayBufferView, { readonly what: string; readonly sum: number }> | undefined;

  /** Notes an array, the first time it is lent; gives it as it is. O(bytes). */
  lend<T extends ArrayBufferView | undefined>(what: string, array: T): T {
    if (array === undefined) return array;
    this.#lent ??= new Map();
    if (!this.#lent.has(array)) this.#lent.set(array, { what, sum: checksum(array) });
    return array;
  }

  /** @param who - the borrower, for the error text @throws DATA_CHANGED */
  settle(who: string): void {
    for (const [array, { what, sum }] of this.#lent ?? [])
      if (checksum(array) !== sum) throw dataChanged(who, what);
  }
}
