import type { ResultDocument } from '@goldpan/core';
import { nothingToReport } from '../errors.js';
import { formatCount } from '../format/numbers.js';
import { plainText } from '../format/plain-text.js';
import { viewOf } from '../view/view-of.js';
import type { View } from '../view/view.js';
import { embedJson } from './embed-json.js';
import type { TextLimit } from './fit-texts.js';
import { itemData, itemDataId, itemTextLimit } from './item-data.js';
import { data, html, type Markup } from './markup.js';
import { pageHtml } from './page-html.js';
import { sectionHtml } from './section-html.js';

/** How a report is put together. */
export interface HtmlOptions {
  /** Heading of the page; default: the name of the data. */
  readonly title?: string;
  /** About how large the file may be: longer texts of items are cut, and the page says so. Default 5,000,000. */
  readonly maxBytes?: number;
}

const MAX_BYTES = 5_000_000;
/** Room for what is around the texts, where sizes are estimates. */
const SPARE = 0.97;

/**
 * One or several results as one HTML file that stands alone: it loads nothing, runs nothing but its own script, and shows
 * all text of the data as text. Each result is a section: the answer in words, charts, tables, the chosen items, how it was
 * made. Same results, same bytes.
 *
 * @throws NOT_A_RESULT, NOTHING_TO_REPORT
 */
export function htmlOf(
  results: ResultDocument | readonly ResultDocument[],
  options: HtmlOptions = {},
): string {
  const all: readonly ResultDocument[] = Array.isArray(results) ? results : [results];
  if (all.length === 0) throw nothingToReport();
  const views = all.map(viewOf);
  const title = options.title ?? [...new Set(views.map((view) => view.title))].join(' ');
  const sections = views.map((view, index) => sectionHtml(view, anchor(view, index), title === view.title));
  const draw = (items: readonly Markup[]) =>
    pageHtml({
      title: plainText(
        options.title ?? views.map((view) => `${view.title} ${firstSentence(view.answer)}`).join(' '),
      ),
      header: headerHtml(title, views),
      main: html`${sections}${items}`,
    });
  return draw(itemBlocks(views, (items) => (options.maxBytes ?? MAX_BYTES) - byteLength(draw(items))));
}

/** The data of all lists of items, with as much of their texts as there is room for beside everything else. */
function itemBlocks(views: readonly View[], roomBeside: (withoutTexts: readonly Markup[]) => number) {
  const lists = views.flatMap((view, index) =>
    view.blocks.flatMap((block) =>
      block.kind === 'items' ? [{ section: anchor(view, index), list: block }] : [],
    ),
  );
  const blocks = (limit: TextLimit) =>
    lists.map(({ section, list }) => embedJson(itemDataId(section, list), itemData(list, limit)));
  if (lists.length === 0) return [];
  const room = roomBeside(blocks({ characters: 0, cut: 0 }));
  return blocks(
    itemTextLimit(
      lists.map(({ list }) => list),
      Math.max(0, room * SPARE),
    ),
  );
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function firstSentence(text: string): string {
  return text.split(/[.:]\s/)[0];
}

function headerHtml(title: string, views: readonly View[]): Markup {
  const [{ data: about, seed, version }] = views;
  const size = `${formatCount(about.items)} items × ${formatCount(about.systems)} systems`;
  const contents =
    views.length > 1 &&
    html`<nav aria-label="Sections">
      <ul>
        ${views.map((view, index) => html`<li><a href="#${anchor(view, index)}">${view.title}</a></li>`)}
      </ul>
    </nav>`;
  return html`<div>
    <h1>${data(title)}</h1>
    <p class="about">${size} · seed ${seed} · Goldpan ${data(version)}</p>
    ${contents}
  </div> `;
}

function anchor({ command }: View, index: number): string {
  return `${command}-${index + 1}`;
}
