import type { Estimate, JudgedData } from '@goldpan/core';
import { invalidArgument } from '../errors.js';
import { unitMean, type Weighted } from './unit-mean.js';

/** What the judgements in one domain say by themselves, without metrics and without other domains. */
export interface DomainJudgements {
  readonly domain: number;
  /** Items of the domain, judged or not. */
  readonly items: number;
  /** Judgements in it, shape (systems of the estimate). */
  readonly counts: Uint32Array;
  /** Design-weighted means of the judgements, shape (systems of the estimate); NaN = none. */
  readonly means: Float64Array;
  /** Their standard errors, shape (systems of the estimate); NaN = of judgements in fewer than two independent units. */
  readonly standardErrors: Float64Array;
}

/**
 * Plain means per domain with standard errors, by ascending label: se² = g/(g − 1)·Σ_u (Σ_{i∈u} w_i(y_i − m))²/W², over the g units (items or
 * documents) of the domain; times 1 − n/N, n of its N items judged, where weights are equal and the population is the items at
 * hand. 0 where all of them are judged. O(N + n·S).
 *
 * @throws INVALID_ARGUMENT without domains
 */
export function domainJudgements(data: JudgedData, estimate: Estimate): DomainJudgements[] {
  const { domains } = data;
  if (domains === undefined) throw invalidArgument('judgements per domain', 'of data with domains', 'none');
  const sizes = new Map<number, number>();
  for (const domain of domains) sizes.set(domain, (sizes.get(domain) ?? 0) + 1);
  return [...sizes]
    .sort(([x], [y]) => x - y)
    .map(([domain, items]) => {
      const rows = Array.from(estimate.judged.keys()).filter((i) => domains[estimate.judged[i]] === domain);
      const found = Array.from(estimate.positions, (position) =>
        unitMean(judgementsIn(rows, position, data, estimate), items, estimate.population),
      );
      return {
        domain,
        items,
        counts: Uint32Array.from(found, ({ count }) => count),
        means: Float64Array.from(found, ({ mean }) => mean),
        standardErrors: Float64Array.from(found, ({ spread, left }) =>
          left === 0 ? 0 : Math.sqrt(spread * left),
        ),
      };
    });
}

function judgementsIn(
  rows: readonly number[],
  position: number,
  { judgements: { values, systems } }: JudgedData,
  { judged, weights, units }: Estimate,
): readonly Weighted[] {
  return rows
    .map((i) => ({ value: values[judged[i] * systems + position], weight: weights[i], unit: units[i] }))
    .filter(({ value }) => !Number.isNaN(value));
}
