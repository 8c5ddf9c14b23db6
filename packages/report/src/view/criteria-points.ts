import type { ComparedPair, RankDocument, SystemRanking } from '@goldpan/core';
import { formatCount } from '../format/numbers.js';
import type { Points } from './points.js';

/** Pairs that are named one by one. */
const NAMED = 3;

/** Two systems of which one is before the other by some criteria and behind by others. */
interface Turned {
  readonly a: string;
  readonly b: string;
  /** Criteria that surely put `a` before `b`, and those that surely put it behind. */
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

/** Where criteria order the systems differently, and where that is sure; nothing of one criterion. O(criteria·S²). */
export function criteriaPoints(result: RankDocument): readonly Points[] {
  const { others = [], pairs } = result;
  const rankings = [result, ...others];
  if (others.length === 0 || pairs.length === 0) return [];
  const turned = turnedPairs(rankings);
  return [
    {
      kind: 'points',
      name: 'criteria-order',
      title: 'Where criteria disagree',
      points: [orderText(turned.length, pairs.length), ...sureTexts(turned)],
    },
  ];
}

function orderText(turned: number, all: number): string {
  if (turned === 0) return 'All criteria put the systems in the same order.';
  return `All criteria order ${formatCount(all - turned)} of ${formatCount(all)} pairs of systems alike; ${formatCount(turned)} they order differently.`;
}

function sureTexts(turned: readonly Turned[]): readonly string[] {
  if (turned.length === 0) return [];
  const sure = turned.filter(({ before, behind }) => before.length > 0 && behind.length > 0);
  if (sure.length === 0)
    return ['In no pair do two criteria surely say the opposite: the different orders can be chance.'];
  const named = sure
    .slice(0, NAMED)
    .map(
      ({ a, b, before, behind }) =>
        `${a} is surely before ${b} by ${before.join(', ')}, behind by ${behind.join(', ')}.`,
    );
  const hidden = sure.length - named.length;
  return hidden > 0
    ? [...named, `${formatCount(hidden)} further pairs are surely opposite by two criteria.`]
    : named;
}

function turnedPairs(rankings: readonly SystemRanking[]): readonly Turned[] {
  const key = (a: string, b: string) => JSON.stringify([a, b]);
  const found = rankings.map(({ criterion, pairs }) => ({
    criterion,
    pairs: new Map(pairs.map((pair) => [key(pair.a, pair.b), pair])),
  }));
  return rankings[0].pairs.flatMap(({ a, b }) => {
    const forward = found.filter(({ pairs }) => pairs.has(key(a, b)));
    const backward = found.filter(({ pairs }) => pairs.has(key(b, a)));
    if (forward.length === 0 || backward.length === 0) return [];
    return [
      {
        a,
        b,
        before: forward
          .filter(({ pairs }) => isSure(pairs.get(key(a, b))!))
          .map(({ criterion }) => criterion),
        behind: backward
          .filter(({ pairs }) => isSure(pairs.get(key(b, a))!))
          .map(({ criterion }) => criterion),
      },
    ];
  });
}

/** Whether the first of a pair is told apart as the better one, all pairs of its criterion at once. */
function isSure({ simultaneous: { low } }: ComparedPair): boolean {
  return low > 0;
}
