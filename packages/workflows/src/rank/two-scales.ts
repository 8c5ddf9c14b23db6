import type { Dataset, Warning } from '@goldpan/core';
import { quantile } from '@goldpan/stats';
import type { Estimated } from './estimated.js';
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

/** From where to where judgements lie. */
interface Extent {
  readonly low: number;
  readonly high: number;
}

/**
 * A warning where judgements seem to be on two scales (0 to 1 and 0 to 100): raters, or else items or systems, fall into two groups far apart, of
 * which one varies many times as much as the other. O(n·S + judgements log judgements).
 */
export function twoScales(made: Estimated): Warning[] {
  const byRater = extentsOfRaters(made.run.dataset, made.criterion);
  const raters = byRater && split(byRater, 1);
  const items = extentsOfItems(made);
  const ofItems = items.length < LEAST_ITEMS ? undefined : split(items, LEAST_SHARE * items.length);
  const systems = extentsOfSystems(made);
  const ofSystems = systems.length < LEAST_SYSTEMS ? undefined : split(systems, 1);
  const found = raters ?? ofItems ?? ofSystems;
  if (found === undefined) return [];
  const whose = raters ? 'raters' : ofItems ? 'items' : 'systems';
  const [one, other] = found.map(({ low, high }) => `${amountText(low)} to ${amountText(high)}`);
  return [
    {
      code: 'TWO_SCALES',
      text:
        `Judgements seem to be on two scales: those of some ${whose} lie from ${one}, those of the others from ${other}. ` +
        'Means over both say little: bring them to one scale first.',
    },
  ];
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
  return ratings
    .filter((list) => list.length >= LEAST_RATINGS)
    .map((list) => ({ low: quantile(list, 0.05), high: quantile(list, 0.95) }));
}

/** Mean judgement of each judged item. */
function extentsOfItems({ data: { judgements }, estimate: { judged } }: Estimated): Extent[] {
  const { systems, values } = judgements;
  return Array.from(judged, (item) => {
    const cells = values
      .subarray(item * systems, (item + 1) * systems)
      .filter((value) => !Number.isNaN(value));
    const mean = cells.reduce((sum, value) => sum + value, 0) / cells.length;
    return { low: mean, high: mean };
  });
}

/** The middle nine tenths of the judgements of each system. */
function extentsOfSystems({ data: { judgements }, estimate }: Estimated): Extent[] {
  const { systems, values } = judgements;
  return Array.from(estimate.positions, (position) =>
    Array.from(estimate.judged, (item) => values[item * systems + position]).filter(
      (value) => !Number.isNaN(value),
    ),
  )
    .filter((list) => list.length >= LEAST_RATINGS)
    .map((list) => ({ low: quantile(list, 0.05), high: quantile(list, 0.95) }));
}

/** The two parts that extents fall into, each of at least so many; undefined where they do not. */
function split(extents: readonly Extent[], least: number): readonly [Extent, Extent] | undefined {
  const ascending = [...extents].sort((one, other) => one.low - other.low);
  for (let cut = Math.ceil(least); cut <= ascending.length - least; cut++) {
    const below = around(ascending.slice(0, cut));
    const above = around(ascending.slice(cut));
    const [short, long] = [below, above].map(({ low, high }) => high - low).sort((x, y) => x - y);
    const gap = above.low - below.high;
    const apart = gap > FAR_FROM_SHORT * short && gap > FAR_FROM_LONG * long;
    if (apart && short > 0 && long >= LONGER * short) return [below, above];
  }
  return undefined;
}

function around(extents: readonly Extent[]): Extent {
  return {
    low: Math.min(...extents.map(({ low }) => low)),
    high: Math.max(...extents.map(({ high }) => high)),
  };
}
