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
    const likely = contestants.filter(({ verdict }) => verdict === 'likely helps');
    const harm = hurting > 0 ? `, and ${hurting} of ${contestants.length} are worse` : '';
    return {
      selector: null,
      reason: `Select at random: for no selector does the interval of its gain over random selection lie above zero${harm}. Random selection reaches ${random.mean.toFixed(3)} on average${sizeText(random)}.${hope(likely, registry)}`,
    };
  }
  const { selector, gain, mean } = recommended;
  return {
    selector,
    options: shortOptions(recommended, registry),
    reason:
      `${nameOf(recommended, registry)} reaches ${mean.toFixed(3)} where random selection reaches ${random.mean.toFixed(3)}${sizeText(random)}: ` +
      `a gain of ${gain.mean.toFixed(3)} (${gain.low.toFixed(3)} to ${gain.high.toFixed(3)}), the highest lower end of all ${contestants.length} compared.${dearer(recommended)}`,
  };
}

/** The selector, and the metric it works on. */
function nameOf({ selector, options }: ContestantResult, registry: Registry): string {
  const metric = mainMetric({ selector: registry.selector(selector), options });
  return `${selector}${metric === undefined ? '' : ` on ${metric}`}`;
}

/** The size that a gain is about, where it is one. */
function sizeText({ curve }: Comparison['random']): string {
  return curve.length === 1 ? ` with ${curve[0].size} items` : '';
}

/** The contestant that gains most for the width of its interval, of those that likely help. */
function hope(likely: readonly ContestantResult[], registry: Registry): string {
  const sureness = ({ gain }: ContestantResult) => gain.mean / (gain.high - gain.low);
  const best = likely.toSorted((a, b) => sureness(b) - sureness(a)).at(0);
  if (best === undefined) return '';
  const { mean, low, high } = best.gain;
  return ` Likely to help, but not shown to: ${nameOf(best, registry)} (a gain of ${mean.toFixed(3)}, ${low.toFixed(3)} to ${high.toFixed(3)}).`;
}

/** A word on the price, where the items picked are not about as dear as others. */
function dearer({ cost }: ContestantResult): string {
  if (cost === null || Math.abs(cost - 1) < 0.05) return '';
  return ` Its items cost ${cost.toFixed(2)} times what random ones do.`;
}
