import type { InspectDocument } from '@goldpan/core';
import { formatMeasure } from '../format/numbers.js';
import { numberCell, textCell, type Table } from './table.js';

/** How far each metric agrees with the composite of the others, where there are three or more. */
export function compositeTable({ composite = [] }: InspectDocument): readonly Table[] {
  if (composite.length === 0) return [];
  return [
    {
      kind: 'table',
      name: 'composite',
      title: 'Each metric and the composite of the others',
      columns: [
        { title: 'metric' },
        { title: 'within items', align: 'right' },
        { title: 'Pearson', align: 'right', minor: true },
      ],
      rows: composite.map(({ metric, withinItem, pearson }) => [
        textCell(metric),
        numberCell(withinItem, formatMeasure),
        numberCell(pearson, formatMeasure),
      ]),
    },
  ];
}
