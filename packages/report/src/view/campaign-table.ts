import type { PlanDocument, PlannedCampaign } from '@goldpan/core';
import { formatCount, formatInterval, formatShare } from '../format/numbers.js';
import { optionText } from '../format/option-text.js';
import { intervalName } from './facts.js';
import { numberCell, textCell, type Table } from './table.js';

/** One row per campaign: random items read by an estimate first, ways to pick, plain means of random items last. */
export function campaignTable(result: PlanDocument): Table {
  const { campaigns = [], unit = 'items', replicates } = result;
  const hasCosts = unit !== 'items';
  return {
    kind: 'table',
    name: 'sizes-table',
    title: 'Campaigns',
    columns: [
      { title: 'campaign' },
      { title: 'items', align: 'right' },
      { title: intervalName(result), align: 'right' },
      { title: 'share', align: 'right', minor: true },
      ...(hasCosts ? [{ title: unit, align: 'right' as const }] : []),
      { title: 'of random', align: 'right' },
      { title: 'interval of it', align: 'right', minor: true },
      { title: 'never reached', align: 'right', minor: true },
    ],
    rows: campaigns.map((campaign) => {
      const { size, ratio, neverReached } = campaign;
      return [
        textCell(nameOf(campaign)),
        numberCell(size.median, formatCount),
        { text: formatInterval(size, formatCount), sort: size.low },
        numberCell(size.share, formatShare),
        ...(hasCosts ? [numberCell(size.cost, formatCount)] : []),
        ratio ? numberCell(ratio.median, formatShare) : textCell(''),
        ratio ? { text: formatInterval(ratio, formatShare), sort: ratio.low } : textCell(''),
        { text: `${formatCount(neverReached)} of ${formatCount(replicates)}`, sort: neverReached },
      ];
    }),
  };
}

function nameOf({ selector, options, estimate }: PlannedCampaign): string {
  const read = estimate === 'mean' ? 'plain means' : estimate;
  return selector === 'random' ? `random, ${read}` : `${selector} ${optionText(options)}`.trimEnd();
}
