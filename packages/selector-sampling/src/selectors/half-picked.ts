import { defineSelector, rankByUtility, selectorOption, z } from '@goldpan/core';
import { utilitiesOf } from '../utilities-of.js';

/**
 * Half picked, half at random: the items in turn the best by another selector of those that are left, and one of those that are left by
 * lot. So every beginning of the list is half and half, and judging may stop anywhere.
 *
 * For ranks only: it has no inclusion probabilities, and means of its items are not those of all. Ties of the other selector keep
 * input order. O(N log N) beside it.
 *
 * @throws SAM_SIZE_NOT_USABLE, UNKNOWN_SELECTOR and what the other selector throws
 */
export const halfPicked = defineSelector({
  name: 'half-picked',
  summary: 'In turn the best item by another selector and one at random; for ranks, not for means.',
  needs: [],
  traits: { nested: true },
  options: z.object({
    utility: selectorOption().describe(
      'the selector that picks: a name, or {"selector": name, "options": {…}}',
    ),
  }),
  async select(dataset, { utility }, context) {
    const best = rankByUtility(await utilitiesOf(dataset, utility, context));
    const byLot = context.rng.shuffle(Uint32Array.from(dataset.ids.keys()));
    return { ranking: inTurn(best, byLot) };
  },
});

/** The first of one list, the first of the other, and so on, each item once. */
function inTurn(one: Uint32Array, other: Uint32Array): Uint32Array {
  const lists = [one, other];
  const at = [0, 0];
  const isTaken = new Uint8Array(one.length);
  return Uint32Array.from(one, (_, rank) => {
    const turn = rank % 2;
    while (isTaken[lists[turn][at[turn]]] === 1) at[turn]++;
    const item = lists[turn][at[turn]];
    isTaken[item] = 1;
    return item;
  });
}
