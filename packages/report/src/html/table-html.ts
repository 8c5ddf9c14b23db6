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
    ? html`<th scope="row" ${classOf(column, cell.text.length <= SHORT)}${sort}>${inside}</th>`
    : html`<td${classOf(column, cell.text.length <= SHORT)}${sort}>${inside}</td>`;
}

function contentOf({ text, tone, sort }: Cell, { align, minor }: Column): Markup {
  // An interval that is broken is broken once.
  const whole = minor === 'last' ? text.replace(' to ', ' to\u00a0') : text;
  const content = sort === undefined && align !== 'right' ? data(text) : html`${withMinus(whole)}`;
  return tone === undefined || tone === 'neutral' ? content : html`<span class="${tone}">${content}</span>`;
}

function classOf({ align, minor }: Column, isShort = false): Markup | '' {
  const place = align === 'right' ? 'right' : isShort ? 'short' : '';
  const room = minor === 'last' ? 'wraps' : minor ? 'minor' : '';
  const classes = [place, room].filter(Boolean);
  return classes.length === 0 ? '' : html` class="${classes.join(' ')}"`;
}
