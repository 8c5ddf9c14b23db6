import { drawChart } from '../svg/draw-chart.js';
import { PAGE_PALETTE } from '../svg/palette.js';
import type { Chart } from '../view/chart.js';
import type { ItemList } from '../view/item-list.js';
import type { Block } from '../view/view.js';
import { embedJson } from './embed-json.js';
import type { TextLimit } from './fit-texts.js';
import { itemData } from './item-data.js';
import { data, html, trusted, type Markup } from './markup.js';
import { tableHtml } from './table-html.js';

/** Each chart is in a page twice, for wide and for narrow screens: a drawing that shrinks has letters too small to read. */
const WIDE = 700;
const NARROW = 340;

/** A chart, a table or a list of items under its heading. */
export function blockHtml(block: Block, at: { section: string; limit: TextLimit }): Markup {
  if (block.kind === 'items') return itemsHtml(block, at);
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

function itemsHtml(list: ItemList, { section, limit }: { section: string; limit: TextLimit }): Markup {
  const id = `${section}-${list.name}`;
  const cut =
    limit.cut === 0
      ? ''
      : ` To keep this file small, texts of more than ${limit.characters} characters are cut.`;
  return html`<div class="block">
    <h3>${data(list.title)}</h3>
    <p class="note">Choose an item to read its source and outputs.${cut}</p>
    ${embedJson(id, itemData(list, limit))}
    <div data-items="${id}">
      <p class="note">The items are shown by the script of this page, which has not run.</p>
    </div>
  </div> `;
}
