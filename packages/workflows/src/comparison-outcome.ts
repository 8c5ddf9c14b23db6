import type { CompareDocument, ComparedSelector, Registry, SizeChoice } from '@goldpan/core';
import type { Comparison, ContestantResult } from '@goldpan/simulation';
import { shortOptions } from './contestants.js';
import { recommendation } from './recommendation.js';

/**
 * What was found, the highest lower end of a gain first, at each size the best choice where there are several sizes, and what to do.
 *
 * @param unable - selectors that could not take part
 */
export function comparisonOutcome(
  comparison: Comparison,
  registry: Registry,
  unable: CompareDocument['skipped'] = [],
): Pick<CompareDocument, 'selectors' | 'random' | 'plain' | 'bySize' | 'skipped' | 'recommendation'> {
  const { contestants, random, plain, skipped } = comparison;
  const selectors = contestants
    .map((result) => comparedSelector(result, registry))
    .sort((a, b) => b.gain.low! - a.gain.low!);
  const { length } = random.curve;
  const bySize = length < 2 || selectors.length === 0 ? [] : random.curve.map((_, k) => bestAt(selectors, k));
  return {
    selectors,
    random: randomSelection(random),
    ...(plain && { plain: randomSelection(plain) }),
    ...(bySize.length > 0 && { bySize }),
    skipped: [...unable, ...skipped.map(({ selector, why }) => ({ name: selector, why }))],
    recommendation: recommendation(comparison, registry),
  };
}

function randomSelection({ curve, mean, orders, parity }: Comparison['random']): CompareDocument['random'] {
  return { curve, mean, draws: orders, ...(parity !== undefined && { parity }) };
}

function comparedSelector(result: ContestantResult, registry: Registry): ComparedSelector {
  const { selector, curve, mean, gain, gains, parity, cost, verdict } = result;
  return {
    name: selector,
    options: shortOptions(result, registry),
    curve,
    mean,
    gain,
    gains,
    parity,
    cost,
    verdict,
  };
}

/** Of the selectors the one whose gain at size number `k` has the highest lower end; the first of equals. */
function bestAt(selectors: readonly ComparedSelector[], k: number): SizeChoice {
  const best = selectors.reduce((a, b) => (b.gains![k].low! > a.gains![k].low! ? b : a));
  const { size, mean, low, high, verdict } = best.gains![k];
  return { size, selector: best.name, options: best.options, gain: { mean, low, high }, verdict };
}
