import { nothingToReport } from '../errors.js';
import { formatCount } from '../format/numbers.js';
import { plainText } from '../format/plain-text.js';
import type { Result } from '../results/result.js';
import type { ItemList } from '../view/item-list.js';
import { viewOf } from '../view/view-of.js';
import type { View } from '../view/view.js';
import { itemTextLimit } from './item-data.js';
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
export function htmlOf(results: Result | readonly Result[], options: HtmlOptions = {}): string {
  const all: readonly Result[] = Array.isArray(results) ? results : [results];
  if (all.length === 0) throw nothingToReport();
  const views = all.map(viewOf);
  const title = options.title ?? [...new Set(views.map((view) => view.data.name))].join(', ');
  const lists = views.flatMap(({ blocks }) =>
    blocks.filter((block): block is ItemList => block.kind === 'items'),
  );
  const draw = (bytes: number) => {
    const limit = itemTextLimit(lists, bytes);
    const main = views.map((view, index) => sectionHtml(view, { id: anchor(view, index), limit }));
    return pageHtml({
      title: `${plainText(title)} · Goldpan`,
      header: headerHtml(title, views),
      main: html`${main}`,
    });
  };
  if (lists.length === 0) return draw(0);
  const withoutTexts = new TextEncoder().encode(draw(0)).length;
  return draw(Math.max(0, (options.maxBytes ?? MAX_BYTES) * SPARE - withoutTexts));
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
