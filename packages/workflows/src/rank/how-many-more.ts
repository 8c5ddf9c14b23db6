import type { Estimate, SystemRanking, Separation } from '@goldpan/core';
import {
  itemsToSeparate,
  outlook,
  pairDegrees,
  pairDifference,
  pairError,
  surely,
  type Difference,
  type Pair,
} from '@goldpan/estimation';
import { normalCdf, studentTQuantile } from '@goldpan/stats';
import type { Estimated } from './estimated.js';

/** Nobody judges more than this of an endless population. */
const MOST_ITEMS = 5000;
/** Sizes at which the outlook is taken, and how many times as many items an endless population is looked ahead. */
const SIZES = 8;
const AHEAD = 10;
/** Levels end below 1: what two or three judged items would need is longer still. */
const LEVEL_BELOW_1 = 1 - 1e-12;

/** The most items that can be judged. */
export function mostItems({
  population,
  items,
  judged,
}: Pick<Estimate, 'population' | 'items' | 'judged'>): number {
  return population === 'all' ? items - 1 : Math.max(MOST_ITEMS, judged.length);
}

/** What it takes to tell neighbours in the ranking apart, among all pairs at once as their intervals are. O(S³). */
export function separations({ estimate, order, differences, run }: Estimated): Separation[] {
  const options = { level: levelOfOnePair(differences, run.level), limit: mostItems(estimate) };
  return order.slice(1).map((b, at) => {
    const pair = { a: order[at], b };
    const found = differences.find((one) => one.a + one.b === pair.a + b && (one.a === b || one.b === b))!;
    const { more = null } = itemsToSeparate(estimate, pair, options);
    return {
      a: estimate.systems[pair.a],
      b: estimate.systems[b],
      items: surely(found.simultaneous) !== 0 ? 0 : more && Math.max(1, more),
      tieMargin: tieMargin(estimate, pair, run.level),
    };
  });
}

/** The level at which the interval of one pair by itself is as long as that for all pairs at once; the same where none has a length. */
function levelOfOnePair(differences: readonly Difference[], level: number): number {
  const reaches = differences
    .map(({ simultaneous, difference, standardError }) => (simultaneous.high - difference) / standardError)
    .filter((reach) => reach > 0 && reach < Infinity);
  return reaches.length === 0 ? level : Math.min(LEVEL_BELOW_1, 2 * normalCdf(Math.min(...reaches)) - 1);
}

/** The margin at which two one-sided tests at the level would just show that two systems are equal. */
function tieMargin(estimate: Estimate, pair: Pair, level: number): number {
  const reach = studentTQuantile(level, pairDegrees(estimate, pair));
  return Math.abs(pairDifference(estimate.values, pair)) + reach * pairError(estimate, pair);
}

/** P(wrong winner) and expected loss from today's number of items on; nothing where all are judged. O(draws·S²). */
export function outlookOf({ estimate }: Estimated): SystemRanking['outlook'] {
  const now = estimate.judged.length;
  const last = Math.min(mostItems(estimate), estimate.population === 'all' ? Infinity : AHEAD * now);
  if (last <= now || estimate.systems.length < 2) return [];
  const sizes = Array.from({ length: SIZES }, (_, k) => Math.round(now * (last / now) ** (k / (SIZES - 1))));
  return outlook(estimate, [...new Set(sizes)]);
}
