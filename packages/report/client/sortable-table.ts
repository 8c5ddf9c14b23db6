import { compareKeys, sortByHeader, type Key } from './sort-header.js';

/** Makes every table that is marked so sortable by its headers. */
export function sortableTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    sortByHeader([...table.tHead!.rows[0].cells], (column, direction) => {
      const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column]) }));
      keyed.sort((a, b) => compareKeys(a.key, b.key, direction));
      body.append(...keyed.map(({ row }) => row));
    });
  }
}

function keyOf(cell: HTMLTableCellElement): Key {
  const { sort } = cell.dataset;
  if (sort === undefined) return cell.textContent === '' ? null : cell.textContent;
  return sort === '' ? null : Number(sort);
}
