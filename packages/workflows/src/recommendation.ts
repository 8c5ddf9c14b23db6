import { mainMetric, type CompareDocument, type Registry } from '@goldpan/core';
import type { Comparison, ContestantResult } from '@goldpan/simulation';
import { shortOptions } from './contestants.js';
import { wayText } from './ways-to-pick.js';

/** What to select with, and why, in words; random selection where no selector is shown to be better. */
export function recommendation(
  comparison: Comparison,
  registry: Registry,
): CompareDocument['recommendation'] {
  const { recommended } = comparison;
  if (recommended === undefined) return { selector: null, reason: atRandom(comparison, registry) };
  return {
    selector: recommended.selector,
    options: shortOptions(recommended, registry),
    reason: `${picking(recommended, comparison, registry)}${dearer(recommended)}`,
  };
}

function atRandom({ contestants, random, plain }: Comparison, registry: Registry): string {
  const hurting = contestants.filter(({ verdict }) => verdict === 'hurts').length;
  const likely = contestants.filter(({ verdict }) => verdict === 'likely helps');
  const harm = hurting > 0 ? `, and ${hurting} of ${contestants.length} are worse` : '';
  const none = `for no selector does the interval of its gain over random selection lie above zero${harm}.`;
  const reached = plain
    ? `Select at random and read the judgements by \`goldpan rank\`: that reaches ${random.mean.toFixed(3)}${sizeText(random)} where plain means reach ${plain.mean.toFixed(3)}${needText(random)}. No way to pick is shown to gain over that: ${none}`
    : `Select at random: ${none} Random selection reaches ${random.mean.toFixed(3)} on average${sizeText(random)}.`;
  return `${reached}${hope(likely, registry)}`;
}

function picking(
  best: ContestantResult,
  { contestants, random, plain }: Comparison,
  registry: Registry,
): string {
  const { gain, mean } = best;
  const others = plain
    ? `random items read the same way reach ${random.mean.toFixed(3)}`
    : `random selection reaches ${random.mean.toFixed(3)}`;
  return (
    `${nameOf(best, registry)} reaches ${mean.toFixed(3)} where ${others}${sizeText(random)}: ` +
    `a gain of ${gain.mean.toFixed(3)} (${gain.low.toFixed(3)} to ${gain.high.toFixed(3)})${contestants.length > 1 ? `, the highest lower end of all ${contestants.length} compared` : ''}.` +
    (plain ? ` Plain means of random items reach ${plain.mean.toFixed(3)}.` : '')
  );
}

/** How many items the estimate needs for what plain means reach. */
function needText({ parity }: Comparison['random']): string {
  return typeof parity === 'number' ? `, for which ${Math.round(parity * 100)} % as many items would do` : '';
}

/** The selector, and the metric or selector it works on. */
function nameOf({ selector, options }: ContestantResult, registry: Registry): string {
  const way = wayText(options);
  if (way !== undefined) return `${selector} by ${way}`;
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
