import type { PlanDocument, PlannedCampaign } from '@goldpan/core';
import { wayText } from './ways-to-pick.js';

/** What the sentences are about. */
type Subject = Pick<PlanDocument, 'goal' | 'target' | 'unit'> & { readonly items: number };

/** What campaigns need, in a few sentences: random items and the estimate first. */
export function campaignSentence(
  campaigns: readonly PlannedCampaign[],
  { goal, items, unit }: Subject,
): string {
  const [random, ...others] = campaigns;
  const ways = others.slice(0, -1);
  const plain = others[others.length - 1];
  const { median, low, high } = random.size;
  if (median === null)
    return `In half of the simulated test sets random items read by the ${random.estimate} estimate do not reach ${goal.text} with any number of items: judge all ${items}, or lower the goal.${waysText(ways)}`;
  const ends = `${low} to ${high ?? `more than ${items}`}`;
  return (
    `To match the full human result (${goal.text}), have about ${median} of ${items} items judged, drawn at random and read by \`goldpan rank\` (the ${random.estimate} estimate)${costText(random, unit)}; nine in ten test sets like this need ${ends}. ` +
    `Plain means of random items need ${plain.size.median === null ? `more than ${items}` : `about ${plain.size.median}`}.${waysText(ways)}`
  );
}

function costText({ size: { cost } }: PlannedCampaign, unit: string | undefined): string {
  if (unit === undefined || unit === 'items' || cost === null) return '';
  const what = unit === 'judgements' ? 'judgements of distinct outputs' : unit;
  return `: about ${Math.round(cost)} ${what}`;
}

/** What picking would change. */
function waysText(ways: readonly PlannedCampaign[]): string {
  if (ways.length === 0) return '';
  const [best] = ways;
  const { ratio } = best;
  if (!ratio || ratio.high === null || ratio.high >= 1)
    return ` Of ${ways.length} ways to pick half of the items none is shown to need fewer.`;
  return ` For ranks alone, half of the items picked by ${wayText(best.options)} are shown to need fewer: about ${best.size.median}, ${times(ratio.median!)} of that (${times(ratio.low!)} to ${times(ratio.high)}).`;
}

function times(ratio: number): string {
  return `${Math.round(100 * ratio)} %`;
}
