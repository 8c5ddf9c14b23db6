import type { Dataset } from './dataset.js';
import { distinctText } from './distinct-text.js';

/**
 * Which outputs of an item are one to people (`distinctText`): for each system the first one that gave the same output, which is itself
 * where none before did; −1 where it gave none.
 *
 * @returns shape (S); empty where the data has no outputs
 * @remarks O(characters of the item).
 */
export function sameOutputs({ outputs, systems }: Dataset, item: number): Int32Array {
  if (outputs === undefined) return new Int32Array(0);
  const seen = new Map<string, number>();
  return Int32Array.from(systems, (_, system) => {
    const output = outputs(item, system);
    if (output === undefined) return -1;
    const text = distinctText(output);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, system);
    return first ?? system;
  });
}
