import { drawChart } from '../svg/draw-chart.js';
import { PAGE_PALETTE } from '../svg/palette.js';
import type { Chart } from '../view/chart.js';
import type { ItemList } from '../view/item-list.js';
import type { Points } from '../view/points.js';
import type { Block } from '../view/view.js';
import { itemDataId } from './item-data.js';
import { data, html, trusted, type Markup } from './markup.js';
import { tableHtml } from './table-html.js';

/** Each chart is in a page twice, for wide and for narrow screens: a drawing that shrinks has letters too small to read. */
const WIDE = 700;
const NARROW = 340;

/** A chart, a table or a list of items under its heading. */
export function blockHtml(block: Block, section: string): Markup {
  if (block.kind === 'items') return itemsHtml(block, section);
  if (block.kind === 'points') return pointsHtml(block);
  const note = block.note !== undefined && html`<p class="note">${block.note}</p>`;
  const body = block.kind === 'table' ? tableHtml(block) : figureHtml(block);
  if (block.folded) {
    return html`<details>
      <summary>${data(block.title)}</summary>
      ${note}${body}
    </details> `;
  }
  return html`<div class="block">
    <h3>${data(block.title)}</h3>
    ${note}${body}
  </div> `;
}

function figureHtml(chart: Chart): Markup {
  const draw = (width: number) => trusted(drawChart(chart, { width, palette: PAGE_PALETTE }));
  return html`<figure>
    <div class="wide">${draw(WIDE)}</div>
    <div class="narrow">${draw(NARROW)}</div>
  </figure>`;
}

function pointsHtml({ title, points }: Points): Markup {
  if (points.length === 0) return html``;
  return html`<div class="block">
    <h3>${data(title)}</h3>
    <ul class="points">
      ${points.map((point) => html`<li>${data(point)}</li>`)}
    </ul>
  </div> `;
}

/** The place of a list of items; its data stands at the end of the page, and the script brings them together. */
function itemsHtml(list: ItemList, section: string): Markup {
  return html`<div class="block">
    <h3>${data(list.title)}</h3>
    <p class="note">
      ${list.note === undefined ? 'Choose an item to read its source and outputs.' : data(list.note)}
    </p>
    <div data-items="${itemDataId(section, list)}">
      <p class="note">The items are shown by the script of this page, which has not run.</p>
    </div>
  </div> `;
}
