import { element, isolated } from './element.js';
import type { ItemColumn } from './item-columns.js';
import type { Item } from './items.js';

/** The row of an item and, folded under it, the row with everything about it, which is made when it is first opened. */
export function itemRows(
  item: Item,
  columns: readonly ItemColumn[],
  detailOf: (item: Item) => Node,
): readonly HTMLTableRowElement[] {
  const button = element('button', { type: 'button', ariaExpanded: 'false' }, isolated(item.id));
  const cells = columns.map(({ className, content }) =>
    content === undefined
      ? element('th', { scope: 'row', className }, button)
      : element('td', { className }, content(item)),
  );
  const detail = element('td', { colSpan: columns.length });
  const under = element('tr', { className: 'detail', hidden: true }, detail);
  button.addEventListener('click', () => {
    if (!detail.hasChildNodes()) detail.append(detailOf(item));
    under.hidden = !under.hidden;
    button.ariaExpanded = String(!under.hidden);
  });
  return [element('tr', {}, ...cells), under];
}
