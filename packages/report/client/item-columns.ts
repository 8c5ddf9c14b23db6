import { element, numberFormat } from './element.js';
import type { Item, ItemData } from './items.js';
import type { Key } from './sort-header.js';

/** A column of a list of items. */
export interface ItemColumn {
  readonly title: string;
  readonly className: string;
  readonly key: (item: Item) => Key;
  /** What a cell holds; absent for the column of the button that opens the item. */
  readonly content?: (item: Item) => Node | string;
}

const LONGEST_SNIPPET = 300;

/** The columns that the data fills. */
export function itemColumns({ items, unit, utilityTitle = 'utility' }: ItemData): readonly ItemColumn[] {
  return [
    number('rank', ({ rank }) => rank),
    { title: 'item', className: '', key: ({ id }) => id },
    number(utilityTitle, ({ utility }) => utility, 3),
    ...(unit === undefined ? [] : [{ ...number(unit, ({ cost }) => cost, 1), className: 'right minor' }]),
    ...(items.some(({ source }) => source !== undefined) ? [SOURCE] : []),
  ];

  function number(title: string, key: (item: Item) => number | null, digits = 0): ItemColumn {
    const format = numberFormat(items.map(key), digits);
    return { title, className: 'right', key, content: (item) => format(key(item)) };
  }
}

const SOURCE: ItemColumn = {
  title: 'source',
  className: '',
  key: ({ source }) => source ?? null,
  content: ({ source = '' }) =>
    element('span', { className: 'snippet', dir: 'auto' }, source.slice(0, LONGEST_SNIPPET)),
};
