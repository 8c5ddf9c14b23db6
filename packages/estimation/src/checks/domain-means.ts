import type { Estimate, JudgedData } from '@goldpan/core';
import { invalidArgument } from '../errors.js';
import { directDomainMeans, type DirectDomainMeans } from './direct-domain-means.js';

/** Means of the systems in one domain. */
export interface DomainMeans {
  readonly domain: number;
  /** Judged items of the domain. */
  readonly judged: number;
  /** Estimates of the systems' means over the items of the domain, shape (systems of the estimate). */
  readonly values: Float64Array;
  /** Their standard errors, shape (systems of the estimate); NaN = no judgements there show them. */
  readonly standardErrors: Float64Array;
}

/**
 * The systems' means per domain, by ascending label: the regression estimate D of the domain by itself (`directDomainMeans`), drawn by
 * empirical Bayes towards E, the overall estimate of the system and the shift that the domain has in common for all systems (the mean
 * over systems of D − overall). Of D − E the share B = τ²/(τ² + v) is kept, v its error variance, τ² =
 * max(0, Σ((D − E)² − v·(1 − W))/((S − 1)(M − 1))) one for all systems and domains, over M judged domains, W the weight of the domain among the judged items;
 * D is never moved by more than √v, so that a domain unlike the others keeps most of its own. se² = that of the domain's level + v·(B + (1 − B²)·W).
 * A domain that is hard for everybody stays hard, one judged whole has its means, one without judgements the shift that is predicted.
 * O(n·S·K² + N·S·K).
 *
 * @throws INVALID_ARGUMENT without domains
 * @remarks Direct estimates: C.-E. Särndal, B. Swensson and J. Wretman, Model Assisted Survey Sampling (1992), chapter 10. Drawing: R. E. Fay and
 * R. A. Herriot, Estimates of income for small places (1979); its limit: B. Efron and C. Morris, Limiting the risk of Bayes and empirical Bayes
 * estimators (1972).
 */
export function domainMeans(data: JudgedData, estimate: Estimate): DomainMeans[] {
  const { domains } = data;
  if (domains === undefined) throw invalidArgument('means per domain', 'of data with domains', 'none');
  const parts = directDomainMeans(data, estimate, domains).map((part) => {
    const shift = commonShift(part, estimate.values);
    return { ...part, expected: estimate.values.map((value) => value + shift) };
  });
  const between = betweenDomains(parts);
  return parts.map(({ domain, judged, share, values, expected, variances, level }) => {
    const kept = variances.map((v) => (v === 0 ? 1 : between / (between + v)));
    return {
      domain,
      judged,
      values: expected.map((value, s) => {
        const reach = Math.sqrt(variances[s]);
        return values[s] + Math.min(reach, Math.max(-reach, (1 - kept[s]) * (value - values[s])));
      }),
      standardErrors: Float64Array.from(variances, (v, s) =>
        v === Infinity ? NaN : Math.sqrt(level + v * (kept[s] + (1 - kept[s] ** 2) * share)),
      ),
    };
  });
}

/** Mean over the systems that are judged in a domain, or over all where none is. */
function commonShift({ judged, counts, values }: DirectDomainMeans, overall: Float64Array): number {
  const shifts = values.map((value, s) => value - overall[s]).filter((_, s) => judged === 0 || counts[s] > 0);
  return shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
}

/** τ²: what systems differ by between the judged domains beyond error, and beyond what all systems have in common. */
function betweenDomains(parts: readonly (DirectDomainMeans & { readonly expected: Float64Array })[]): number {
  const judged = parts.filter((part) => part.judged > 0);
  const free = (judged.length - 1) * (parts[0].values.length - 1);
  let beyond = 0;
  for (const { counts, values, expected, variances, share } of judged)
    values.forEach((value, s) => {
      if (counts[s] > 0) beyond += (value - expected[s]) ** 2 - variances[s] * (1 - share);
    });
  return free > 0 ? Math.max(0, beyond / free) : 0;
}
