/** A sort order that a column header shows. */
export type Direction = 'ascending' | 'descending';

/**
 * Puts a button into each header cell. A click sorts by that column: numbers highest first, text from A, and the other way
 * round on the second click. Where there is a start column, it is marked as sorted from the beginning.
 */
export function sortByHeader(
  headers: readonly HTMLTableCellElement[],
  sort: (column: number, direction: Direction) => void,
  start?: { column: number; direction: Direction },
): void {
  if (start !== undefined) headers[start.column].ariaSort = start.direction;
  for (const [column, header] of headers.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      const first = header.classList.contains('right') ? 'descending' : 'ascending';
      const second = first === 'ascending' ? 'descending' : 'ascending';
      const direction = header.ariaSort === first ? second : first;
      for (const other of headers) other.ariaSort = null;
      header.ariaSort = direction;
      sort(column, direction);
    });
  }
}

const collator = new Intl.Collator('en', { numeric: true });

/** Compares two sort keys; what is missing comes last in both directions. */
export function compareKeys(a: Key, b: Key, direction: Direction): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return direction === 'ascending' ? order : -order;
}

/** What rows are sorted by. */
export type Key = number | string | null;
