import { element } from './element.js';
import { itemColumns } from './item-columns.js';
import { itemDetail } from './item-detail.js';
import { itemRows } from './item-rows.js';
import { scoreScale, searchTexts, type ItemData } from './items.js';
import { compareKeys, sortByHeader, type Direction } from './sort-header.js';

/** Rows that are made at a time: what nobody scrolls to costs nothing. */
const STEP = 50;

/** Fills every place for a list of items from the data that stands beside it. */
export function setUpItemLists(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-items]')) {
    const data = JSON.parse(document.getElementById(place.dataset.items!)!.textContent) as ItemData;
    place.replaceChildren(...itemList(data));
  }
}

/** The elements of one list. Rows are made when they are first shown and kept, so that an open item stays open. */
function itemList(data: ItemData): readonly Node[] {
  const columns = itemColumns(data);
  const scale = scoreScale(data);
  const rows = new Map<number, readonly HTMLTableRowElement[]>();
  const rowsOf = (index: number) => {
    const made =
      rows.get(index) ?? itemRows(data.items[index], columns, (item) => itemDetail(item, data, scale));
    rows.set(index, made);
    return made;
  };
  const headers = columns.map(({ title, className }) => element('th', { scope: 'col', className }, title));
  const body = element('tbody');
  const search = element('input', { type: 'search', autocomplete: 'off', spellcheck: false });
  const status = element('p', { className: 'status', role: 'status' });
  const more = element('button', { type: 'button', className: 'more' });
  let order = data.items.map((_, index) => index);
  let shown = STEP;

  const find = finder(data);
  const show = (count: number) => {
    shown = count;
    const found = find(order, search.value);
    body.replaceChildren(...found.slice(0, shown).flatMap(rowsOf));
    status.textContent = statusText(found.length, Math.min(shown, found.length), data.items.length);
    more.hidden = found.length <= shown;
    more.textContent = `Show ${Math.min(STEP, found.length - shown)} more`;
  };
  const sort = (column: number, direction: Direction) => {
    const keys = data.items.map(columns[column].key);
    order = order.toSorted((a, b) => compareKeys(keys[a], keys[b], direction) || a - b);
    show(STEP);
  };
  sortByHeader(headers, sort, { column: 0, direction: 'ascending' });
  search.addEventListener('input', () => show(STEP));
  more.addEventListener('click', () => {
    const first = shown;
    show(shown + STEP);
    body.querySelectorAll<HTMLElement>('button[aria-expanded]')[first]?.focus();
  });
  show(STEP);
  const caption = element('caption', { className: 'hidden' }, data.title);
  const head = element('thead', {}, element('tr', {}, ...headers));
  const table = element('table', { className: 'items' }, caption, head, body);
  const tools = element('div', { className: 'tools' }, element('label', {}, 'Search ', search), status);
  return [...cutNote(data), tools, element('div', { className: 'scroll' }, table), more];
}

function cutNote({ cut }: ItemData): readonly Node[] {
  if (cut === undefined) return [];
  const text = `To keep this file small, texts of more than ${cut} characters are cut.`;
  return [element('p', { className: 'note' }, text)];
}

/** Finds the items that have a text, whatever its case, in the order given. */
function finder({ items }: ItemData): (order: readonly number[], text: string) => readonly number[] {
  let texts: readonly string[] | undefined;
  return (order, text) => {
    const query = text.trim().toLowerCase();
    if (query === '') return order;
    const all = (texts ??= searchTexts(items));
    return order.filter((index) => all[index].includes(query));
  };
}

function statusText(found: number, shown: number, all: number): string {
  const [foundText, shownText, allText] = [found, shown, all].map((count) => count.toLocaleString('en'));
  if (found === 0) return 'No item has this text.';
  if (found === all)
    return shown < all ? `${shownText} of ${allText} items shown.` : `All ${allText} items shown.`;
  return `${foundText} of ${allText} items have this text${shown < found ? `; ${shownText} shown` : ''}.`;
}
