import { largest, least } from './scale-ends.js';

/** Where the judgements of an item lie. */
export interface ItemExtent {
  readonly name: string;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Fewer items than this may be slips, or just unlike the others. */
const LEAST_ITEMS = 3;
/** Most judgements of such an item lie so many lengths of the others' scale away from it, and theirs is longer by the second factor. */
const FAR = 3;
const LONGER = 5;

/**
 * The few items (three or more, fewer than half) that seem to be on a far longer scale: the median judgement of each lies beyond every judgement
 * of all others by three times the length of where these lie. A grave error of one system does not make an item one of them. O(n log n).
 *
 * @returns the other items and those; undefined where there are none
 */
export function rareScale(items: readonly ItemExtent[]): readonly [ItemExtent[], ItemExtent[]] | undefined {
  const upwards = [...items].sort((one, other) => one.median - other.median);
  return longerEnd(upwards, 1) ?? longerEnd([...upwards].reverse(), -1);
}

/** Looks among the last items, whose medians are the highest (`sign` 1) or the lowest (−1). */
function longerEnd(sorted: readonly ItemExtent[], sign: 1 | -1) {
  let [low, high] = [Infinity, -Infinity];
  for (let cut = 0; cut <= sorted.length - LEAST_ITEMS; cut++) {
    const next = sorted[cut];
    const beyond = sign * next.median - Math.max(sign * low, sign * high);
    const length = high - low;
    if (cut > sorted.length / 2 && length > 0 && beyond > FAR * length) {
      const rare = sorted.slice(cut);
      const reach = largest(rare.map((item) => item.high)) - least(rare.map((item) => item.low));
      if (reach >= LONGER * length) return [sorted.slice(0, cut), rare] as const;
    }
    low = Math.min(low, next.low);
    high = Math.max(high, next.high);
  }
  return undefined;
}
