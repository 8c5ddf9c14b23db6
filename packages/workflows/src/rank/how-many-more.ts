import type { Estimate, SystemRanking, Separation } from '@goldpan/core';
import { itemsToSeparate, outlook, pairDifference, pairError, type Pair } from '@goldpan/estimation';
import { studentTQuantile } from '@goldpan/stats';
import type { Estimated } from './estimated.js';

/** Nobody judges more than this of an endless population. */
const MOST_ITEMS = 5000;
/** Sizes at which the outlook is taken, and how many times as many items an endless population is looked ahead. */
const SIZES = 8;
const AHEAD = 10;

/** The most items that can be judged. */
export function mostItems({
  population,
  items,
  judged,
}: Pick<Estimate, 'population' | 'items' | 'judged'>): number {
  return population === 'all' ? items - 1 : Math.max(MOST_ITEMS, judged.length);
}

/** What it takes to tell neighbours in the ranking apart. O(S). */
export function separations({ estimate, order, run }: Estimated): Separation[] {
  return order.slice(1).map((b, at) => {
    const pair = { a: order[at], b };
    const { more } = itemsToSeparate(estimate, pair, { level: run.level, limit: mostItems(estimate) });
    return {
      a: estimate.systems[pair.a],
      b: estimate.systems[b],
      items: more ?? null,
      tieMargin: tieMargin(estimate, pair, run.level),
    };
  });
}

/** The margin at which two one-sided tests at the level would just show that two systems are equal. */
function tieMargin(estimate: Estimate, pair: Pair, level: number): number {
  const reach = studentTQuantile(level, estimate.degreesOfFreedom);
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
