import { element } from './element.js';
import { compareKeys, sortByHeader, type Key } from './sort-header.js';

/** Longer tables are folded to this many rows. */
const MOST_ROWS = 20;
/** Folding that hides fewer rows than this is not worth a click. */
const FEW = 5;

/** Makes every table that is marked so sortable by its headers, and folds long ones. */
export function sortableTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const fold = foldRows(table, rows.length);
    sortByHeader([...table.tHead!.rows[0].cells], (column, direction) => {
      const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column]) }));
      keyed.sort((a, b) => compareKeys(a.key, b.key, direction));
      body.append(...keyed.map(({ row }) => row));
      fold();
    });
  }
}

/** Hides the rows beyond the first until they are asked for; returns what to call after the rows have changed places. */
function foldRows(table: HTMLTableElement, count: number): () => void {
  if (count < MOST_ROWS + FEW) return () => {};
  let most = MOST_ROWS;
  const update = () => {
    for (const [index, row] of [...table.tBodies[0].rows].entries())
      row.classList.toggle('beyond', index >= most);
  };
  const button = element('button', { type: 'button', className: 'more' }, `Show all ${count} rows`);
  button.addEventListener('click', () => {
    most = Infinity;
    update();
    button.remove();
  });
  table.parentElement!.after(button);
  update();
  return update;
}

function keyOf(cell: HTMLTableCellElement): Key {
  const { sort } = cell.dataset;
  if (sort === undefined) return cell.textContent === '' ? null : cell.textContent;
  return sort === '' ? null : Number(sort);
}
