import type { ComparedPair } from '@goldpan/core';
import { benjaminiHochberg, equivalence, type Range } from '@goldpan/estimation';
import { holm } from '@goldpan/stats';
import type { Estimated } from './estimated.js';

/** Every pair of systems once, the one that ranks higher first. */
export function comparedPairs({ estimate, differences, order, run }: Estimated): ComparedPair[] {
  const place = new Uint32Array(order.length);
  order.forEach((system, at) => (place[system] = at));
  const pValues = differences.map(({ pValue }) => pValue);
  const [familywise, falseShare] = [holm(pValues), benjaminiHochberg(pValues)];
  return differences
    .map((found, i) => {
      const turned = place[found.a] > place[found.b];
      const [a, b] = turned ? [found.b, found.a] : [found.a, found.b];
      const sign = turned ? -1 : 1;
      return {
        at: place[a] * order.length + place[b],
        pair: {
          a: estimate.systems[a],
          b: estimate.systems[b],
          difference: sign * found.difference || 0,
          ...signed(found, sign),
          simultaneous: signed(found.simultaneous, sign),
          p: found.pValue,
          pHolm: familywise[i],
          pBenjaminiHochberg: falseShare[i],
          pBetter: turned ? 1 - found.pBetter : found.pBetter,
          ...(run.margin !== undefined && {
            pEquivalent: equivalence(estimate, { a, b }, run.margin).equivalent,
          }),
        },
      };
    })
    .sort((one, other) => one.at - other.at)
    .map(({ pair }) => pair);
}

function signed({ low, high }: Range, sign: number): Range {
  return sign > 0 ? { low, high } : { low: -high || 0, high: -low || 0 };
}
