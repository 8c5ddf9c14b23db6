import type { Heading } from '../markdown/headings.js';
import { relative } from './link-target.js';
import type { Page, Section } from './pages.js';

/** What stands on a page. */
export interface Content {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** A page around its content: navigation, title, what is on the page, the pages before and after it. */
export function layout(page: Page, { html, headings }: Content, sections: readonly Section[]): string {
  const all = sections.flatMap(({ pages }) => pages);
  const at = all.indexOf(page);
  const link = (to: Page, attributes = '', text = to.title) =>
    `<a href="${relative(page, to.path)}"${attributes}>${escape(text)}</a>`;
  const navigation = sections
    .map(({ title, pages }) => {
      const items = pages.map((one) => `<li>${link(one, one === page ? ' aria-current="page"' : '')}</li>`);
      return `<h2>${title}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
    })
    .join('\n');
  const neighbours = [
    at > 0 ? link(all[at - 1], ' rel="prev"', `← ${all[at - 1].title}`) : '<span></span>',
    at < all.length - 1 ? link(all[at + 1], ' rel="next"', `${all[at + 1].title} →`) : '',
  ];
  const api = page.api ? `<p class="api"><a href="${relative(page, page.api)}">API reference</a></p>\n` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(page.title)}${page.path === 'index.html' ? '' : ' · Goldpan'}</title>
<link rel="stylesheet" href="${relative(page, 'style.css')}">
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<nav class="pages" aria-label="Pages">
<details open>
<summary>Goldpan</summary>
${navigation}
<h2>API</h2>
<ul>
<li><a href="${relative(page, 'api/index.html')}">All packages</a></li>
</ul>
</details>
</nav>
<script>${MENU}</script>
<main id="content">
${api}${html}
<footer>${neighbours.join('')}</footer>
</main>
${contents(headings)}</body>
</html>
`;
}

/** On a narrow screen the navigation is a menu to open; on a wide one the present page is in sight in it. */
const MENU = `
const menu = document.querySelector('nav details');
if (matchMedia('(max-width: 52rem)').matches) menu.open = false;
else menu.querySelector('[aria-current]').scrollIntoView({ block: 'nearest' });
`;

/** The parts of a page that has several. */
function contents(headings: readonly Heading[]): string {
  const parts = headings.filter(({ depth }) => depth === 2);
  if (parts.length < 3) return '';
  const items = parts.map(({ id, text }) => `<li><a href="#${id}">${escape(text)}</a></li>`);
  return `<nav class="contents" aria-label="On this page">\n<h2>On this page</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</nav>\n`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
