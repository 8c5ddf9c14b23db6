import { mainMetric, type CompareDocument, type Registry } from '@goldpan/core';
import type { Comparison, ContestantResult } from '@goldpan/simulation';
import { shortOptions } from './contestants.js';

/** What to select with, and why, in words; random selection where no selector is shown to be better. */
export function recommendation(
  { recommended, contestants, random }: Comparison,
  registry: Registry,
): CompareDocument['recommendation'] {
  if (recommended === undefined) {
    const hurting = contestants.filter(({ verdict }) => verdict === 'hurts').length;
    const harm = hurting > 0 ? `, and ${hurting} of ${contestants.length} are worse` : '';
    return {
      selector: null,
      reason: `Select at random: for no selector does the interval of its gain over random selection lie above zero${harm}. Random selection reaches ${random.mean.toFixed(3)} on average.`,
    };
  }
  const { selector, options, gain, mean } = recommended;
  const metric = mainMetric({ selector: registry.selector(selector), options });
  return {
    selector,
    options: shortOptions(recommended, registry),
    reason:
      `${selector}${metric === undefined ? '' : ` on ${metric}`} reaches ${mean.toFixed(3)} where random selection reaches ${random.mean.toFixed(3)}: ` +
      `a gain of ${gain.mean.toFixed(3)} (${gain.low.toFixed(3)} to ${gain.high.toFixed(3)}), the highest lower end of all ${contestants.length} compared.${dearer(recommended)}`,
  };
}

/** A word on the price, where the items picked are not about as dear as others. */
function dearer({ cost }: ContestantResult): string {
  if (cost === null || Math.abs(cost - 1) < 0.05) return '';
  return ` Its items cost ${cost.toFixed(2)} times what random ones do.`;
}
