import { quoteList, type Dataset, type Warning } from '@goldpan/core';
import { median, quantile } from '@goldpan/stats';
import type { Estimated } from './estimated.js';
import { rareScale, type ItemExtent } from './rare-scale.js';
import { amountText } from './words.js';

/** Judged items that show whether they are of two kinds: below, chance alone parts one sample in twenty. */
const LEAST_ITEMS = 20;
/** Ratings of a rater that show what scale it is. */
const LEAST_RATINGS = 5;
/** Systems that show whether one of them is on another scale. */
const LEAST_SYSTEMS = 3;
/** The smaller part of the items, at least. */
const LEAST_SHARE = 0.3;
/** One scale is longer than the other by this factor, and far from it by so much of either length. */
const LONGER = 5;
const FAR_FROM_SHORT = 3;
const FAR_FROM_LONG = 0.25;

/** Those on the scale of fewer that are named. */
const NAMED = 5;

/** From where to where judgements of somebody or something lie. */
interface Extent {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

/**
 * A warning where judgements seem to be on two scales (0 to 1 and 0 to 100): raters, or else items or systems, fall into two groups far apart, of
 * which one varies many times as much as the other; or a few items lie far beyond all others (`rareScale`). Names those of the smaller group.
 * O(n·S + judgements log judgements).
 */
export function twoScales(made: Estimated): Warning[] {
  const byRater = extentsOfRaters(made.run.dataset, made.criterion);
  const raters = byRater && split(byRater, 1);
  if (raters) return [warningOf('raters', raters)];
  const items = extentsOfItems(made);
  const means = items.map(({ name, mean }) => ({ name, low: mean, high: mean }));
  const ofItems =
    items.length < LEAST_ITEMS ? undefined : (split(means, LEAST_SHARE * items.length) ?? rareScale(items));
  if (ofItems) return [warningOf('items', ofItems)];
  const systems = extentsOfSystems(made);
  const ofSystems = systems.length < LEAST_SYSTEMS ? undefined : split(systems, 1);
  return ofSystems ? [warningOf('systems', ofSystems)] : [];
}

type Parts = readonly [readonly Extent[], readonly Extent[]];

function warningOf(whose: string, parts: Parts): Warning {
  const [fewer, more] = [...parts].sort((one, other) => one.length - other.length);
  const rangeOf = (part: readonly Extent[]) => {
    const { low, high } = around(part);
    return `${amountText(low)} to ${amountText(high)}`;
  };
  const names = quoteList(fewer.map(({ name }) => name).sort(), NAMED);
  return {
    code: 'TWO_SCALES',
    text:
      `Judgements seem to be on two scales: those of some ${whose} (${names}) lie from ${rangeOf(fewer)}, those of the others from ${rangeOf(more)}. ` +
      'Means over both say little: bring them to one scale first.',
  };
}

/** The middle nine tenths of what each rater gave. */
function extentsOfRaters({ judgements, views }: Dataset, column: string): Extent[] | undefined {
  const shown = views?.get(column);
  if (judgements === undefined || shown === undefined) return undefined;
  const criterion = judgements.criteria.findIndex(({ name }) => name === shown.criterion);
  const ratings = judgements.raters.map((): number[] => []);
  judgements.values.forEach((value, j) => {
    if (judgements.criterion[j] === criterion) ratings[judgements.rater[j]].push(value);
  });
  return middleExtents(ratings, judgements.raters);
}

/** Where the judgements of each judged item lie. */
function extentsOfItems({
  run: { dataset },
  data: { judgements },
  estimate: { judged },
}: Estimated): (ItemExtent & { readonly mean: number })[] {
  const { systems, values } = judgements;
  return Array.from(judged, (item) => {
    const cells = values
      .subarray(item * systems, (item + 1) * systems)
      .filter((value) => !Number.isNaN(value));
    const mean = cells.reduce((sum, value) => sum + value, 0) / cells.length;
    const { low, high } = around([...cells].map((cell) => ({ low: cell, high: cell })));
    return { name: dataset.ids[item], mean, low, median: median(cells), high };
  });
}

/** The middle nine tenths of the judgements of each system. */
function extentsOfSystems({ data: { judgements }, estimate }: Estimated): Extent[] {
  const { systems, values } = judgements;
  const lists = Array.from(estimate.positions, (position) =>
    Array.from(estimate.judged, (item) => values[item * systems + position]).filter(
      (value) => !Number.isNaN(value),
    ),
  );
  return middleExtents(lists, estimate.systems);
}

/** The middle nine tenths of lists that are long enough to show a scale. */
function middleExtents(lists: readonly (readonly number[])[], names: readonly string[]): Extent[] {
  return lists
    .map((list, i) => ({ list, name: names[i] }))
    .filter(({ list }) => list.length >= LEAST_RATINGS)
    .map(({ list, name }) => ({ name, low: quantile(list, 0.05), high: quantile(list, 0.95) }));
}

/** The two parts that extents fall into, each of at least so many; undefined where they do not. O(extents · log extents). */
function split(extents: readonly Extent[], least: number): Parts | undefined {
  const ascending = [...extents].sort((one, other) => one.low - other.low);
  const highestUpTo = runningHighs(ascending);
  const highestFrom = runningHighs([...ascending].reverse()).reverse();
  for (let cut = Math.ceil(least); cut <= ascending.length - least; cut++) {
    const lengths = [highestUpTo[cut - 1] - ascending[0].low, highestFrom[cut] - ascending[cut].low];
    const [short, long] = lengths.sort((x, y) => x - y);
    const gap = ascending[cut].low - highestUpTo[cut - 1];
    const apart = gap > FAR_FROM_SHORT * short && gap > FAR_FROM_LONG * long;
    if (apart && short > 0 && long >= LONGER * short) return [ascending.slice(0, cut), ascending.slice(cut)];
  }
  return undefined;
}

/** The highest end so far, at each place. */
function runningHighs(extents: readonly Extent[]): number[] {
  let highest = -Infinity;
  return extents.map(({ high }) => (highest = Math.max(highest, high)));
}

function around(extents: readonly Pick<Extent, 'low' | 'high'>[]): { low: number; high: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const { low, high } of extents) [least, most] = [Math.min(least, low), Math.max(most, high)];
  return { low: least, high: most };
}
