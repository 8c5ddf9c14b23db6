import { withMinus } from '../format/numbers.js';
import type { Cell, Column, Table } from '../view/table.js';
import { data, html, type Markup } from './markup.js';

/** Texts of so few characters stay on one line. */
const SHORT = 14;

/** A table whose headers sort it once the script has run. */
export function tableHtml({ title, columns, rows }: Table): Markup {
  const shown = columns.flatMap((column, index) => (column.sparks ? [] : [{ column, index }]));
  return html`<div class="scroll" role="group" aria-label="${title}">
    <table data-sortable>
      <caption class="hidden">
        ${data(title)}
      </caption>
      <thead>
        <tr>
          ${shown.map(({ column }) => html`<th scope="col" ${classOf(column)}>${data(column.title)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${shown.map(({ column, index }) => cellHtml(row[index], column, index === 0))}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

function cellHtml(cell: Cell, column: Column, isName: boolean): Markup {
  const sort = cell.sort === undefined ? '' : html` data-sort="${cell.sort === null ? '' : cell.sort}"`;
  const inside = contentOf(cell, column);
  return isName
    ? html`<th scope="row" ${classOf(column)}${sort}>${inside}</th>`
    : html`<td${classOf(column, cell.text.length <= SHORT)}${sort}>${inside}</td>`;
}

function contentOf({ text, tone, sort }: Cell, { align }: Column): Markup {
  const content = sort === undefined && align !== 'right' ? data(text) : html`${withMinus(text)}`;
  return tone === undefined || tone === 'neutral' ? content : html`<span class="${tone}">${content}</span>`;
}

function classOf({ align, minor }: Column, isShort = false): Markup | '' {
  const classes = [align === 'right' ? 'right' : isShort ? 'short' : '', minor ? 'minor' : ''].filter(
    Boolean,
  );
  return classes.length === 0 ? '' : html` class="${classes.join(' ')}"`;
}
