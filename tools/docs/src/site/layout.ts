import { relative } from './link-target.js';
import type { Page, Section } from './pages.js';

/** A page around its content: navigation, title, the pages before and after it. */
export function layout(page: Page, content: string, sections: readonly Section[]): string {
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
<nav aria-label="Pages">
<details open>
<summary>Goldpan</summary>
${navigation}
<h2>API</h2>
<ul>
<li><a href="${relative(page, 'api/index.html')}">All packages</a></li>
</ul>
</details>
</nav>
<main id="content">
${content}
<footer>${neighbours.join('')}</footer>
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
