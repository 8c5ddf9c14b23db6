import { bestWithinBounds } from '../constraints/best-within-bounds.js';
import { streamedValueMissing } from '../errors.js';
import { groupingsOfStream, Reservoir } from './reservoir.js';
import type { Pool, StreamedItem, StreamOptions } from './streamed-item.js';

/**
 * The choice of exactly `budget` items of a pool with the greatest sum of utilities within bounds on groups and a limit per
 * document. Exact, in one pass.
 *
 * @returns the chosen items, highest utility first; ties keep the order of the pool within a group
 * @throws BOUNDS_CLASH, UNKNOWN_GROUP, STREAMED_VALUE_MISSING
 * @remarks Memory O(budget · groups).
 */
export async function streamBest(pool: Pool, options: StreamOptions): Promise<StreamedItem[]> {
  const reservoir = new Reservoir<undefined>(options);
  for await (const item of pool()) {
    options.signal?.throwIfAborted();
    if (!Number.isFinite(item.utility)) throw streamedValueMissing(item.id, 'a finite utility', item.utility);
    reservoir.offer(item, item.utility!, () => undefined);
  }
  const items = reservoir.kept().map(({ item }) => item);
  const groupings = groupingsOfStream(items, options);
  const utilities = Float64Array.from(items, ({ utility }) => utility!);
  return Array.from(bestWithinBounds(utilities, { groupings, budget: options.budget }), (row) => items[row]);
}
