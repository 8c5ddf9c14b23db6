import type { TargetAgreement } from '@goldpan/core';
import { formatMeasure } from '../format/numbers.js';
import type { IntervalChart } from './chart.js';
import { numberCell, textCell, type Table } from './table.js';

/** How well each metric agrees with its target, as dots. */
export function agreementChart(agreement: readonly TargetAgreement[]): IntervalChart {
  const several = hasSeveralTargets(agreement);
  return {
    kind: 'intervals',
    name: 'agreement',
    title: `Agreement with ${several ? 'the targets' : agreement[0].target}`,
    note: 'Pearson correlation over all cells. A metric that agrees well makes a good guide for picking.',
    xLabel: 'Pearson correlation',
    zero: { value: 0, label: 'no agreement' },
    rows: agreement.flatMap(({ metric, target, pearson }) =>
      pearson === null
        ? []
        : [
            {
              name: several ? `${metric} ~ ${target}` : metric,
              value: pearson,
              low: null,
              high: null,
              tone: pearson < 0 ? ('bad' as const) : ('good' as const),
              text: formatMeasure(pearson),
            },
          ],
    ),
  };
}

/** All three correlations of each metric. */
export function agreementTable(agreement: readonly TargetAgreement[]): Table {
  const several = hasSeveralTargets(agreement);
  return {
    kind: 'table',
    name: 'agreement-table',
    title: 'Agreement of metrics with the target',
    note: 'Pearson over all cells; Kendall’s tau-b of the system means; mean correlation within one item.',
    columns: [
      { title: 'metric' },
      ...(several ? [{ title: 'target' }] : []),
      { title: 'Pearson', align: 'right' },
      { title: 'Kendall', align: 'right' },
      { title: 'within item', align: 'right' },
    ],
    rows: agreement.map(({ metric, target, pearson, kendall, withinItem }) => [
      textCell(metric),
      ...(several ? [textCell(target)] : []),
      ...[pearson, kendall, withinItem].map((value) => numberCell(value, formatMeasure)),
    ]),
  };
}

function hasSeveralTargets(agreement: readonly TargetAgreement[]): boolean {
  return new Set(agreement.map(({ target }) => target)).size > 1;
}
