import { invalidArgument } from '../errors.js';
import type { Estimate, JudgedData } from '@goldpan/core';

/** Means of the systems in one domain. */
export interface DomainMeans {
  readonly domain: number;
  /** Judged items of the domain. */
  readonly judged: number;
  /** Shape (systems of the estimate), moved towards the overall estimate as far as domains are alike; few judgements move most. */
  readonly values: Float64Array;
}

/**
 * The systems' means per domain: the overall estimate, plus how the judged (metric-adjusted) judgements of the domain differ from it, by
 * empirical Bayes: each difference is kept in the share τ²/(τ² + v), v its error variance, τ² what domains differ by beyond error.
 * A domain without judged items gets the overall estimate. O(n·S).
 *
 * @throws INVALID_ARGUMENT without domains
 */
export function domainMeans(data: JudgedData, estimate: Estimate): DomainMeans[] {
  const { domains } = data;
  if (domains === undefined) throw invalidArgument('means per domain', 'of data with domains', 'none');
  const labels = [...new Set(domains)].sort((x, y) => x - y);
  const parts = labels.map((domain) => ({ domain, rows: rowsIn(estimate, domains, domain) }));
  const systems = estimate.systems.length;
  const kept = Array.from({ length: systems }, (_, s) =>
    shrinkDomains(
      parts.map(({ rows }) => columnOf(estimate, rows, s)),
      estimate.values[s],
    ),
  );
  return parts.map(({ domain, rows }, d) => ({
    domain,
    judged: rows.length,
    values: Float64Array.from({ length: systems }, (_, s) => kept[s][d]),
  }));
}

function rowsIn({ judged }: Estimate, domains: Int32Array, domain: number): number[] {
  return Array.from(judged.keys()).filter((i) => domains[judged[i]] === domain);
}

function columnOf({ adjusted, systems }: Estimate, rows: readonly number[], system: number): number[] {
  return rows.map((i) => adjusted[i * systems.length + system]).filter((value) => !Number.isNaN(value));
}

/** Means of groups, moved towards the overall value (method of moments). */
function shrinkDomains(groups: readonly (readonly number[])[], overall: number): number[] {
  const means = groups.map((values) => (values.length > 0 ? average(values) : overall));
  const squares = groups.map((values, g) => values.reduce((sum, value) => sum + (value - means[g]) ** 2, 0));
  const free = groups.reduce((sum, values) => sum + Math.max(0, values.length - 1), 0);
  const variance = free > 0 ? squares.reduce((sum, square) => sum + square, 0) / free : 0;
  const known = groups
    .map((values, g) => ({ size: values.length, mean: means[g] }))
    .filter(({ size }) => size > 0);
  const spread = average(known.map(({ mean, size }) => (mean - overall) ** 2 - variance / size));
  const between = Math.max(0, spread);
  return groups.map(({ length }, g) => {
    const share = length > 0 && between > 0 ? between / (between + variance / length) : 0;
    return overall + share * (means[g] - overall);
  });
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
