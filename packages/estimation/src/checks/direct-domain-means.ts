import { presentMean, takeJudgedSystems, type Estimate, type JudgedData } from '@goldpan/core';
import { predictedJudgements } from '../fit/predicted-judgements.js';
import { unitMean, type UnitMean } from './unit-mean.js';

/** Estimates of one domain by itself. */
export interface DirectDomainMeans {
  readonly domain: number;
  /** Judged items of the domain. */
  readonly judged: number;
  /** Their weight among all judged items. */
  readonly share: number;
  /** Judgements of each system in the domain. */
  readonly counts: readonly number[];
  /** Difference estimate of each system's mean over the items of the domain. */
  readonly values: readonly number[];
  /** Error variances of these less their mean over the systems; Infinity = nothing shows them. */
  readonly variances: readonly number[];
  /** Error variance of their mean over the systems; Infinity likewise. */
  readonly level: number;
}

/** Units that the spread of all domains counts as, beside those of a domain itself. */
const POOLED_UNITS = 5;

/**
 * The regression (difference) estimate restricted to each domain, by ascending label: mean of ŷ over its items + Σ w(y − ŷ)/Σ w over those
 * that are judged; without judgements the mean of ŷ alone. Variances are those of means of held-out residuals in the domain
 * (`unitMean`), with spreads pooled with those of all domains. O(n·S·K² + N·S·K).
 */
export function directDomainMeans(
  data: JudgedData,
  estimate: Estimate,
  domains: Int32Array,
): DirectDomainMeans[] {
  const { judged, weights, units, residuals, gain, population } = estimate;
  const { taken } = takeJudgedSystems(data);
  const { systems, values } = taken.judgements;
  const useful = gain.weight > 0 || gain.levelSlope !== 0 || gain.domains !== undefined;
  const predicted = predictedJudgements(useful ? taken : { ...taken, metrics: [] }, estimate);
  const residualsOf = (i: number) => residuals.subarray(i * systems, (i + 1) * systems);
  const levels = Float64Array.from(judged, (_, i) => presentMean(residualsOf(i)));
  // What an item has in common cancels against those systems alone that are judged on it.
  const commons = levels.map((level, i) => (level * presentCount(residualsOf(i))) / systems);
  const places = Array.from({ length: systems }, (_, s) => s);
  const parts = sumsByDomain(predicted, domains, systems).map(({ domain, items, sums }) => {
    const rows = Array.from(judged.keys()).filter((i) => domains[judged[i]] === domain);
    const meanOf = (valueOf: (i: number) => number) => {
      const found = rows.map((i) => ({ value: valueOf(i), weight: weights[i], unit: units[i] }));
      const known = found.filter(({ value }) => !Number.isNaN(value));
      return unitMean(known, items, population);
    };
    const cell = (i: number, s: number) => judged[i] * systems + s;
    const missed = places.map((s) => meanOf((i) => values[cell(i, s)] - predicted[cell(i, s)]));
    return {
      ...{ domain, judged: rows.length, share: rows.reduce((sum, i) => sum + weights[i], 0) },
      counts: missed.map(({ count }) => count),
      values: missed.map(({ count, mean }, s) => sums[s] / items + (count > 0 ? mean : 0)),
      contrasts: places.map((s) => meanOf((i) => residuals[i * systems + s] - commons[i])),
      level: meanOf((i) => levels[i]),
    };
  });
  const ofLevels = pooledVariance(parts.map(({ level }) => level));
  const ofSystems = places.map((s) => pooledVariance(parts.map(({ contrasts }) => contrasts[s])));
  return parts.map(({ contrasts, level, ...part }) => ({
    ...part,
    variances: contrasts.map((contrast, s) => errorVariance(contrast, ofSystems[s])),
    level: errorVariance(level, ofLevels),
  }));
}

function sumsByDomain(cells: Float64Array, domains: Int32Array, systems: number) {
  const parts = new Map<number, { domain: number; items: number; sums: Float64Array }>();
  domains.forEach((domain, item) => {
    const part = parts.get(domain) ?? { domain, items: 0, sums: new Float64Array(systems) };
    part.items++;
    for (let s = 0; s < systems; s++) part.sums[s] += cells[item * systems + s];
    parts.set(domain, part);
  });
  return [...parts.values()].sort((x, y) => x.domain - y.domain);
}

function presentCount(row: Float64Array): number {
  return row.filter((value) => !Number.isNaN(value)).length;
}

/** Variance of one value within its domain, over all domains; NaN = no domain has two units. */
function pooledVariance(parts: readonly UnitMean[]): number {
  const known = parts.filter(({ units }) => units > 1);
  const free = known.reduce((sum, { units }) => sum + units - 1, 0);
  return known.reduce((sum, { units, count, spread }) => sum + (units - 1) * count * spread, 0) / free;
}

function errorVariance({ count, units, spread, left }: UnitMean, pooled: number): number {
  if (left === 0) return 0;
  if (count === 0 || Number.isNaN(pooled)) return Infinity;
  const own = units > 1 ? (units - 1) * count * spread : 0;
  return ((left / count) * (own + POOLED_UNITS * pooled)) / (units - 1 + POOLED_UNITS);
}
