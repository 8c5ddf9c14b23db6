import { formatAmount, formatUtility } from '../format/numbers.js';
import type { ItemList } from './item-list.js';
import { numberCell, textCell, type Table } from './table.js';

/** Sources are shown by their beginning. */
const LONGEST_SOURCE = 200;

/** The chosen items as a table, where they cannot be opened one by one. */
export function itemTable({
  items,
  unit,
  utilityTitle = 'utility',
}: ItemList): Pick<Table, 'columns' | 'rows'> {
  const withCost = unit !== 'items';
  const withSource = items.some(({ source }) => source !== undefined);
  return {
    columns: [
      { title: 'rank', align: 'right' },
      { title: 'item' },
      { title: utilityTitle, align: 'right' },
      ...(withCost ? [{ title: unit, align: 'right' as const }] : []),
      ...(withSource ? [{ title: 'source' }] : []),
    ],
    rows: items.map(({ rank, id, utility, cost, source = '' }) => [
      numberCell(rank, String),
      textCell(id),
      numberCell(utility, formatUtility),
      ...(withCost ? [numberCell(cost, formatAmount)] : []),
      ...(withSource ? [textCell(source.slice(0, LONGEST_SOURCE))] : []),
    ]),
  };
}
