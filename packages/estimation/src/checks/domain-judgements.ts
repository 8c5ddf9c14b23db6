import type { Estimate, JudgedData } from '@goldpan/core';
import { invalidArgument } from '../errors.js';

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
        ownMean(judgementsIn(rows, position, data, estimate), items, estimate),
      );
      return {
        domain,
        items,
        counts: Uint32Array.from(found, ({ count }) => count),
        means: Float64Array.from(found, ({ mean }) => mean),
        standardErrors: Float64Array.from(found, ({ standardError }) => standardError),
      };
    });
}

interface Judgement {
  readonly value: number;
  readonly weight: number;
  readonly unit: number;
}

function judgementsIn(
  rows: readonly number[],
  position: number,
  { judgements: { values, systems } }: JudgedData,
  { judged, weights, units }: Estimate,
): readonly Judgement[] {
  return rows
    .map((i) => ({ value: values[judged[i] * systems + position], weight: weights[i], unit: units[i] }))
    .filter(({ value }) => !Number.isNaN(value));
}

function ownMean(judgements: readonly Judgement[], items: number, { population }: Estimate) {
  const whole = judgements.reduce((sum, { weight }) => sum + weight, 0);
  const mean = judgements.reduce((sum, { value, weight }) => sum + weight * value, 0) / whole;
  const byUnit = new Map<number, number>();
  for (const { value, weight, unit } of judgements)
    byUnit.set(unit, (byUnit.get(unit) ?? 0) + weight * (value - mean));
  const squares = [...byUnit.values()].reduce((sum, error) => sum + error ** 2, 0);
  const units = byUnit.size;
  const left = population === 'all' ? leftToJudge(judgements, items) : 1;
  const standardError =
    left === 0 ? 0 : units < 2 ? NaN : Math.sqrt((units / (units - 1)) * squares * left) / whole;
  return { count: judgements.length, mean, standardError };
}

/** 1 − n/N where weights are equal; of unequal ones 1 unless all are judged. */
function leftToJudge(judgements: readonly Judgement[], items: number): number {
  if (judgements.length >= items) return 0;
  const [{ weight } = { weight: 0 }] = judgements;
  const equal = judgements.every((one) => Math.abs(one.weight - weight) <= 1e-12 * weight);
  return equal ? 1 - judgements.length / items : 1;
}
